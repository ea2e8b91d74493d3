using Gravistore.Core.Parameters;
using Gravistore.Drivers.Checks;
using Gravistore.Drivers.Links;
using NModbus;

namespace Gravistore.Drivers.Ports;

/// <summary>Where a device is written and read.</summary>
internal readonly record struct CyclicMap(int WriteAddress, int WriteCount, int ReadAddress, int ReadCount);

/// <summary>
/// A device that is written and read in one request every cycle (function 23): its heartbeat and its poll. Where a gateway refuses that function,
/// the link goes on with functions 16 and 3 until it is connected anew.
/// </summary>
internal sealed class CyclicPort(FieldDevice device, CyclicMap map, DeviceCheck check) : DevicePort(device, map.ReadCount, check)
{
    private bool _separate;

    /// <summary>What the loop wants written.</summary>
    public LatestWords Write { get; } = new(map.WriteCount);

    public override void Reconnected() => _separate = false;

    public override void Exchange(LinkSession session, int cycle)
    {
        if (!Write.Take() || !session.IsFresh(Write.FrontStampNs)) return;
        long askedNs = session.NowNs;
        Publish(_separate ? WriteThenRead(session) : Both(session), askedNs);
    }

    public override ushort[] ReadBlock(LinkSession session) => ReadHolding(session, map.ReadAddress, map.ReadCount);

    private ushort[] Both(LinkSession session)
    {
        try
        {
            return session.Ask(m => m.ReadWriteMultipleRegisters(Unit, (ushort)map.ReadAddress, (ushort)CountNow, (ushort)map.WriteAddress, Write.Front));
        }
        catch (SlaveException refused) when (refused.SlaveExceptionCode == SlaveExceptionCodes.IllegalFunction)
        {
            _separate = true;
            return WriteThenRead(session);
        }
    }

    private ushort[] WriteThenRead(LinkSession session)
    {
        WriteHolding(session, map.WriteAddress, Write.Front);
        return ReadHolding(session, map.ReadAddress, CountNow);
    }
}
