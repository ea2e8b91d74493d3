using Gravistore.Core.Parameters;
using Gravistore.Devices;
using Gravistore.Drivers.Checks;
using Gravistore.Drivers.Links;

namespace Gravistore.Drivers.Ports;

/// <summary>A brake unit: written when the loop has something for it, read in every fifth cycle.</summary>
internal sealed class BrakePort(FieldDevice device, CyclicMap map, DeviceCheck check) : DevicePort(device, map.ReadCount, check)
{
    /// <summary>What the loop wants written.</summary>
    public LatestWords Write { get; } = new(map.WriteCount);

    public override void Exchange(LinkSession session, int cycle)
    {
        if (Write.Take() && session.IsFresh(Write.FrontStampNs)) WriteHolding(session, map.WriteAddress, Write.Front);
        if (!HoistTelegrams.IsBrakeRead(cycle & int.MaxValue, Device.Hoist)) return;
        long askedNs = session.NowNs;
        Publish(ReadHolding(session, map.ReadAddress, CountNow), askedNs);
    }

    public override ushort[] ReadBlock(LinkSession session) => ReadHolding(session, map.ReadAddress, map.ReadCount);
}
