using Gravistore.Core.Parameters;
using Gravistore.Drivers;
using Gravistore.Drivers.Links;

namespace Gravistore.Wire.Bench;

/// <summary>Function 23 as fast as one link can, through the session that a link's thread uses.</summary>
internal static class OneLink
{
    private const ushort Off = 0x047E, ReadAddress = 3, ReadCount = 10;

    public static void Run(string host, int port, int unit, double seconds)
    {
        FieldDevice device = new("bench", FieldDeviceKind.Drive, 0, host, port, unit);
        FieldLinks links = new() { Name = "bench", Plant = "bench", Devices = [device], AnswerTimeoutS = 1, ConnectTimeoutS = 1, ReconnectFirstS = 1, ReconnectLastS = 1 };
        using LinkSession session = LinkSession.Open(device, links, new LinkCounters(), FieldBus.MonotonicNs);
        ushort[] words = [Off, 0, 0];
        List<double> us = new(1_000_000);
        long startNs = FieldBus.MonotonicNs(), endNs = startNs + (long)(1e9 * seconds);
        for (long beginNs = startNs; beginNs < endNs; beginNs = FieldBus.MonotonicNs())
        {
            session.Ask(m => m.ReadWriteMultipleRegisters((byte)unit, ReadAddress, ReadCount, 0, words));
            us.Add(1e-3 * (FieldBus.MonotonicNs() - beginNs));
        }
        double lengthS = 1e-9 * (FieldBus.MonotonicNs() - startNs);
        us.Sort();
        Console.WriteLine(FormattableString.Invariant($"{us.Count / lengthS:F0} {us[us.Count / 2]:F1} {us[(int)(us.Count * 99L / 100)]:F1}"));
    }
}
