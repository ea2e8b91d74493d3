namespace NModbus;

public interface IModbusMaster : IDisposable
{
    IModbusTransport Transport { get; }

    ushort[] ReadHoldingRegisters(byte slaveAddress, ushort startAddress, ushort numberOfPoints);

    ushort[] ReadInputRegisters(byte slaveAddress, ushort startAddress, ushort numberOfPoints);

    void WriteSingleRegister(byte slaveAddress, ushort registerAddress, ushort value);

    void WriteMultipleRegisters(byte slaveAddress, ushort startAddress, ushort[] data);

    ushort[] ReadWriteMultipleRegisters(byte slaveAddress, ushort startReadAddress, ushort numberOfPointsToRead, ushort startWriteAddress, ushort[] writeData);
}

public interface IModbusSerialMaster : IModbusMaster
{
    new IModbusSerialTransport Transport { get; }
}
