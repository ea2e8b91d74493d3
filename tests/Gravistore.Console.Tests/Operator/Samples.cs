using Gravistore.Protocol.Messages;

namespace Gravistore.Console.Tests.Operator;

/// <summary>A plant as a controller shows it.</summary>
internal static class Samples
{
    public static SnapshotNotice Snapshot(int hoists) => new()
    {
        Cycle = 4711,
        TimeNs = 47_110_000_000,
        Mode = "running",
        Verdict = "none",
        VerdictCause = "",
        FirstOut = "",
        SetPointW = 125e3,
        ExpectedW = 125e3,
        GridPowerW = 124.6e3,
        FrequencyHz = 49.987,
        HoldLeftS = 605,
        StateOfCharge = 0.5,
        PotentialEnergyJ = 36e6,
        ChainClosed = true,
        EmergencyStop = false,
        StateHash = "0123456789abcdef",
        Hoists = [.. Enumerable.Range(0, hoists).Select(i => new HoistPart("lowering", 100 + i, 0.5, 490e3, false, 10, "none", ""))],
        CycleTimes = new CyclePart(1, 70, 300, 900, 1200, 250, 400),
        Links = [new LinkPart("h1.drive", 100, 400, 900, 2, 1)],
        SnapshotsLost = 0,
    };
}
