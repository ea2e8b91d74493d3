using System.Globalization;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Protection;
using Gravistore.Protocol.Messages;
using Gravistore.Runtime.Timing;

namespace Gravistore.Controller.Gateway;

/// <summary>State to snapshots.</summary>
/// <param name="times">Times of the loop.</param>
/// <param name="links">The links' figures.</param>
internal sealed class SnapshotMapper(Func<CycleTimes?> times, Func<IReadOnlyList<LinkPart>> links)
{
    private const double NsPerMs = 1e6, NsPerS = 1e9, OldestMs = 86_400_000;

    /// <summary>One cycle as a message.</summary>
    public SnapshotNotice Map(LoopImage image, long snapshotsLost) => new()
    {
        Cycle = image.Cycle,
        TimeNs = image.NowNs,
        Mode = CamelCase.Of(image.Output.Mode),
        Verdict = CamelCase.Of(image.Output.Verdict),
        VerdictCause = Cause(image.Output.Verdict, image.Output.VerdictCause),
        FirstOut = image.Output.FirstOut == 0 ? "" : EventDictionary.Get(image.Output.FirstOut).Name,
        SetPointW = Number(image.Output.PowerSetPointW),
        ExpectedW = Number(image.Output.ExpectedPowerW),
        GridPowerW = Number(image.Input.GridPowerW),
        FrequencyHz = Number(image.Input.GridFrequencyHz),
        HoldLeftS = image.HoldUntilNs == 0 ? 0 : Math.Max(0, (image.HoldUntilNs - image.NowNs) / NsPerS),
        StateOfCharge = Number(image.Output.StateOfCharge),
        PotentialEnergyJ = Number(image.Output.PotentialEnergyJ),
        ChainClosed = (image.Input.Signals & PlantSignals.ChainClosed) != 0,
        EmergencyStop = (image.Input.Signals & PlantSignals.EmergencyStop) != 0,
        StateHash = image.StateHash.ToString("x16", CultureInfo.InvariantCulture),
        Hoists = Hoists(image),
        CycleTimes = Times(),
        Links = links(),
        SnapshotsLost = snapshotsLost,
    };

    private static HoistPart[] Hoists(LoopImage image)
    {
        HoistPart[] parts = new HoistPart[image.Inputs.Length];
        for (int i = 0; i < parts.Length; i++) parts[i] = Hoist(image.Inputs[i], image.Outputs[i]);
        return parts;
    }

    private static HoistPart Hoist(in HoistInput input, in HoistOutput output) => new(CamelCase.Of(output.Mode), Number(output.WeightDepthM), Number(input.SpeedMps), Number(input.RopeForceN),
        LoopImage.BrakesSet(input), Math.Clamp(input.DriveAgeNs / NsPerMs, 0, OldestMs), CamelCase.Of(output.Verdict), Cause(output.Verdict, output.VerdictCause));

    private CyclePart Times()
    {
        if (times() is not { } t) return new CyclePart(0, 0, 0, 0, 0, 0, 0);
        return new CyclePart(t.Slips, t.Lateness.PercentileUs(0.5), t.Lateness.PercentileUs(0.99), t.Lateness.PercentileUs(0.999), t.Lateness.MaxNs * 1e-3, t.Work.PercentileUs(0.99), t.Work.MaxNs * 1e-3);
    }

    private static string Cause(Reaction verdict, int cause) => verdict == Reaction.None || cause == 0 ? "" : EventDictionary.Get(cause).Name;

    // JSON has no word for what is no number; a device may send such a word.
    private static double Number(double value) => double.IsFinite(value) ? value : 0;
}
