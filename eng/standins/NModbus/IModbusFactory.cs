using System.Net.Sockets;
using NModbus.IO;

namespace NModbus;

public interface IModbusFactory
{
    IModbusMaster CreateMaster(TcpClient client);

    IModbusSlave CreateSlave(byte unitId, ISlaveDataStore dataStore = null);

    IModbusTcpSlaveNetwork CreateSlaveNetwork(TcpListener tcpListener);

    IModbusTransport CreateIpTransport(IStreamResource streamResource);

    IModbusSerialMaster CreateMaster(IModbusSerialTransport transport);

    IModbusRtuTransport CreateRtuTransport(IStreamResource streamResource);

    IModbusSlaveNetwork CreateSlaveNetwork(IModbusRtuTransport transport);
}

public static class FactoryExtensions
{
    /// <summary>A master in Modbus TCP framing over any stream.</summary>
    public static IModbusMaster CreateIpMaster(this IModbusFactory factory, IStreamResource streamResource) =>
        new Wire.RegisterMaster((Wire.IpTransport)factory.CreateIpTransport(streamResource));

    /// <summary>A master in RTU framing over any stream.</summary>
    public static IModbusSerialMaster CreateRtuMaster(this IModbusFactory factory, IStreamResource streamResource) =>
        factory.CreateMaster(factory.CreateRtuTransport(streamResource));

    /// <summary>Slaves in RTU framing behind any stream.</summary>
    public static IModbusSlaveNetwork CreateRtuSlaveNetwork(this IModbusFactory factory, IStreamResource streamResource) =>
        factory.CreateSlaveNetwork(factory.CreateRtuTransport(streamResource));
}
