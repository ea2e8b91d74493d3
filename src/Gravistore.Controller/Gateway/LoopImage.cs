using Gravistore.Controller.Journal;
using Gravistore.Core;
using Gravistore.Core.Images;

namespace Gravistore.Controller.Gateway;

/// <summary>A copy of one cycle for those outside the loop. Allocated once, copied field by field.</summary>
internal sealed class LoopImage(int hoistCount)
{
    private const double StandstillMps = 0.005;

    public readonly HoistInput[] Inputs = new HoistInput[hoistCount];
    public readonly HoistOutput[] Outputs = new HoistOutput[hoistCount];
    public readonly JournalHoist[] Journal = new JournalHoist[hoistCount];
    public PlantInput Input;
    public PlantOutput Output;
    public long NowNs, Cycle, HoldUntilNs;
    public ulong StateHash;

    /// <summary>Copies a cycle.</summary>
    public void Copy(CycleInput input, CycleResult result, ControllerState state, long holdUntilNs)
    {
        (NowNs, Cycle, HoldUntilNs, StateHash) = (input.NowNs, state.Plant.Cycle, holdUntilNs, result.StateHash);
        (Input, Output) = (input.Plant, result.Plant);
        input.Hoists.CopyTo(Inputs, 0);
        result.Hoists.CopyTo(Outputs, 0);
        for (int i = 0; i < Journal.Length; i++) Journal[i] = Position(state.Hoists[i], input.Hoists[i]);
    }

    /// <summary>Copies another image.</summary>
    public void Copy(LoopImage other)
    {
        (NowNs, Cycle, HoldUntilNs, StateHash) = (other.NowNs, other.Cycle, other.HoldUntilNs, other.StateHash);
        (Input, Output) = (other.Input, other.Output);
        other.Inputs.CopyTo(Inputs, 0);
        other.Outputs.CopyTo(Outputs, 0);
        other.Journal.CopyTo(Journal, 0);
    }

    /// <summary>Both brake channels report set.</summary>
    public static bool BrakesSet(in HoistInput input) => (input.Signals & (HoistSignals.BrakeASet | HoistSignals.BrakeBSet)) == (HoistSignals.BrakeASet | HoistSignals.BrakeBSet);

    private static JournalHoist Position(in HoistState state, in HoistInput input) =>
        new(state.RopeLengthM, state.DepthOffsetM, BrakesSet(input) && Math.Abs(input.SpeedMps) < StandstillMps);
}
