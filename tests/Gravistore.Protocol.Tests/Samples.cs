using Gravistore.Protocol.Messages;

namespace Gravistore.Protocol.Tests;

/// <summary>Messages to test with.</summary>
internal static class Samples
{
    public static SnapshotNotice Snapshot(int hoists, int links) => new()
    {
        Cycle = 1234567,
        TimeNs = 1234567890123456789,
        Mode = "running",
        Verdict = "controlledStop",
        VerdictCause = "speed-deviation",
        FirstOut = "speed-deviation",
        SetPointW = -2e6,
        ExpectedW = -1999999.123456789,
        GridPowerW = -1999998.987654321,
        FrequencyHz = 49.9876,
        HoldLeftS = 899.99,
        StateOfCharge = 0.123456789,
        PotentialEnergyJ = 2.6e9,
        ChainClosed = true,
        EmergencyStop = false,
        StateHash = "0123456789abcdef",
        Hoists = [.. Enumerable.Range(0, hoists).Select(i => new HoistPart("lowering", 123.456789 + i, 0.4812345678, 612345.678901, false, 12.5, "none", ""))],
        CycleTimes = new CyclePart(3, 12.5, 99.5, 800, 4000, 300, 900),
        Links = [.. Enumerable.Range(0, links).Select(i => new LinkPart($"hoist {i} drive", 100, 180, 950, i, 0))],
        SnapshotsLost = 17,
    };
}
