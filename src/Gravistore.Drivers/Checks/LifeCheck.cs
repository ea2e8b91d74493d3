using Gravistore.Drivers.Links;
using Gravistore.Drivers.Ports;

namespace Gravistore.Drivers.Checks;

/// <summary>A device whose free-running counter stands still is a picture of a device.</summary>
internal static class LifeCheck
{
    /// <summary>Longest step of a counter [ms].</summary>
    private const int PatienceMs = 200, LookMs = 10;

    /// <param name="lifeOffset">The counter's place in the block.</param>
    public static DeviceCheck At(int lifeOffset) => (port, session, findings) => Run(port, session, findings, lifeOffset);

    public static void Run(DevicePort port, LinkSession session, FindingSink findings, int lifeOffset)
    {
        ushort first = port.ReadBlock(session)[lifeOffset];
        for (int ms = 0; ms < PatienceMs; ms += LookMs)
        {
            Thread.Sleep(LookMs);
            if (port.ReadBlock(session)[lifeOffset] != first) return;
        }
        findings.Add(FieldErrors.Dead, port.Device, $"its counter stands at {first} for {PatienceMs} ms");
    }
}
