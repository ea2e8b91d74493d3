namespace NModbus.Wire;

/// <summary>A master in RTU framing.</summary>
internal sealed class SerialMaster : RegisterMaster, IModbusSerialMaster
{
    private readonly RtuTransport _transport;

    public SerialMaster(RtuTransport transport)
        : base(transport) => _transport = transport;

    IModbusSerialTransport IModbusSerialMaster.Transport => _transport;
}
