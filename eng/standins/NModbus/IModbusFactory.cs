using System.Net.Sockets;
using NModbus.IO;

namespace NModbus;

public interface IModbusFactory
{
    IModbusMaster CreateMaster(TcpClient client);

    IModbusSlave CreateSlave(byte unitId, ISlaveDataStore dataStore = null);

    IModbusTcpSlaveNetwork CreateSlaveNetwork(TcpListener tcpListener);

    IModbusTransport CreateIpTransport(IStreamResource streamResource);
}

public static class FactoryExtensions
{
    /// <summary>A master in Modbus TCP framing over any stream.</summary>
    public static IModbusMaster CreateIpMaster(this IModbusFactory factory, IStreamResource streamResource) =>
        new Wire.IpMaster((Wire.IpTransport)factory.CreateIpTransport(streamResource));
}
