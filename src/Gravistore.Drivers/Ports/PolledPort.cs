using Gravistore.Core.Parameters;
using Gravistore.Drivers.Checks;
using Gravistore.Drivers.Links;

namespace Gravistore.Drivers.Ports;

/// <summary>A device that is only read, every cycle: an input module or a meter.</summary>
internal sealed class PolledPort : DevicePort
{
    private const int InputRegisters = 4;

    private readonly int _function;
    private readonly ushort _address, _count;

    /// <param name="device">Where it answers.</param>
    /// <param name="function">3 for holding, 4 for input registers.</param>
    /// <param name="address">Wire address of the block.</param>
    /// <param name="count">Registers of the block.</param>
    /// <param name="check">What is looked at before the first cycle.</param>
    public PolledPort(FieldDevice device, int function, int address, int count, DeviceCheck check)
        : base(device, count, check)
    {
        _function = function;
        _address = (ushort)address;
        _count = (ushort)count;
    }

    public override void Exchange(LinkSession session, int cycle)
    {
        long askedNs = session.NowNs;
        Publish(Ask(session, (ushort)CountNow), askedNs);
    }

    public override ushort[] ReadBlock(LinkSession session) => Ask(session, _count);

    private ushort[] Ask(LinkSession session, ushort count) => _function == InputRegisters
        ? session.Ask(m => m.ReadInputRegisters(Unit, _address, count))
        : ReadHolding(session, _address, count);
}
