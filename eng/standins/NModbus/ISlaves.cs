using System.Collections.ObjectModel;
using System.Net.Sockets;

namespace NModbus;

public interface IModbusSlave
{
    byte UnitId { get; }

    ISlaveDataStore DataStore { get; }

    IModbusMessage ApplyRequest(IModbusMessage request);
}

public interface IModbusSlaveNetwork : IDisposable
{
    /// <summary>Starts listening; the task ends with an exception when the token is cancelled.</summary>
    Task ListenAsync(CancellationToken cancellationToken = default);

    void AddSlave(IModbusSlave slave);

    IModbusSlave GetSlave(byte unitId);

    void RemoveSlave(byte unitId);
}

public interface IModbusTcpSlaveNetwork : IModbusSlaveNetwork
{
    ReadOnlyCollection<TcpClient> Masters { get; }
}

public interface IPointSource<TPoint>
{
    TPoint[] ReadPoints(ushort startAddress, ushort numberOfPoints);

    void WritePoints(ushort startAddress, TPoint[] points);
}

public interface ISlaveDataStore
{
    IPointSource<bool> CoilDiscretes { get; }

    IPointSource<bool> CoilInputs { get; }

    IPointSource<ushort> HoldingRegisters { get; }

    IPointSource<ushort> InputRegisters { get; }
}
