using System.Net.Sockets;
using NModbus.Data;
using NModbus.IO;
using NModbus.Wire;

namespace NModbus;

public class ModbusFactory : IModbusFactory
{
    public IModbusMaster CreateMaster(TcpClient client) => new RegisterMaster(new IpTransport(new TcpClientAdapter(client)));

    public IModbusSlave CreateSlave(byte unitId, ISlaveDataStore dataStore = null) => new RegisterSlave(unitId, dataStore ?? new SlaveDataStore());

    public IModbusTcpSlaveNetwork CreateSlaveNetwork(TcpListener tcpListener) => new TcpSlaveNetwork(tcpListener);

    public IModbusTransport CreateIpTransport(IStreamResource streamResource) => new IpTransport(streamResource);

    public IModbusSerialMaster CreateMaster(IModbusSerialTransport transport) => new SerialMaster((RtuTransport)transport);

    public IModbusRtuTransport CreateRtuTransport(IStreamResource streamResource) => new RtuTransport(streamResource);

    public IModbusSlaveNetwork CreateSlaveNetwork(IModbusRtuTransport transport) => new RtuSlaveNetwork((RtuTransport)transport);
}
