using Gravistore.FirmwareSim.Firmware;
using NModbus;

namespace Gravistore.Simulator.Serving;

/// <summary>One device as a slave of NModbus's network: the network frames, the firmware's own function code answers.</summary>
internal sealed class DeviceSlave(World world, byte unit, IRegisterDevice device, ModbusFunctionSet functions) : IModbusSlave
{
    private sealed class Answer(byte unit, byte[] pdu) : IModbusMessage
    {
        public byte FunctionCode { get => pdu[0]; set => pdu[0] = value; }
        public byte SlaveAddress { get; set; } = unit;
        public byte[] MessageFrame => [SlaveAddress, .. pdu];
        public byte[] ProtocolDataUnit => pdu;
        public ushort TransactionId { get; set; }
        public void Initialize(byte[] frame) => throw new NotSupportedException("an answer is made, not parsed");
    }

    /// <inheritdoc/>
    public byte UnitId => unit;

    /// <summary>None: registers are the firmware's.</summary>
    public ISlaveDataStore DataStore => throw new NotSupportedException("the registers of a device are its firmware's");

    /// <inheritdoc/>
    public IModbusMessage ApplyRequest(IModbusMessage request)
    {
        byte[] response = new byte[ModbusFunctions.MaxPduLength];
        int length;
        lock (world.Gate) length = ModbusFunctions.Execute(device, functions, request.ProtocolDataUnit, response);
        return new Answer(request.SlaveAddress, response[..length]);
    }
}
