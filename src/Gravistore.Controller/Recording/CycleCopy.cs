using Gravistore.Core;
using Gravistore.Core.Images;

namespace Gravistore.Controller.Recording;

/// <summary>Input, result and state of one cycle, copied for the recorder. Allocated once.</summary>
internal sealed class CycleCopy(int hoistCount)
{
    public readonly CycleInput Input = new(hoistCount);
    public readonly CycleResult Result = new(hoistCount);
    public readonly ControllerState State = new(hoistCount);

    /// <summary>Copies a cycle.</summary>
    public void Take(CycleInput input, CycleResult result, ControllerState state)
    {
        (Input.NowNs, Input.Plant, Input.CommandCount) = (input.NowNs, input.Plant, input.CommandCount);
        input.Hoists.CopyTo(Input.Hoists, 0);
        input.Commands.CopyTo(Input.Commands, 0);
        (Result.Plant, Result.EventCount, Result.EventsLost, Result.StateHash) = (result.Plant, result.EventCount, result.EventsLost, result.StateHash);
        result.Hoists.CopyTo(Result.Hoists, 0);
        result.Events.AsSpan(0, result.EventCount).CopyTo(Result.Events);
        (Result.ProposalCount, Result.ProposalsLost) = (result.ProposalCount, result.ProposalsLost);
        result.Proposals.AsSpan(0, result.ProposalCount).CopyTo(Result.Proposals);
        state.CopyTo(State);
    }
}
