namespace NModbus;

public interface IModbusMessage
{
    byte FunctionCode { get; set; }

    byte SlaveAddress { get; set; }

    /// <summary>Unit address and protocol data unit.</summary>
    byte[] MessageFrame { get; }

    /// <summary>Function code and data.</summary>
    byte[] ProtocolDataUnit { get; }

    ushort TransactionId { get; set; }

    void Initialize(byte[] frame);
}
