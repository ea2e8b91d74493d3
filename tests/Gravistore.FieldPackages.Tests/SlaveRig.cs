using System.Net;
using System.Net.Sockets;
using NModbus;
using NModbus.Data;

namespace Gravistore.FieldPackages.Tests;

/// <summary>A slave network on a free port of this machine, with a register slave at unit 1.</summary>
internal sealed class SlaveRig : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly IModbusTcpSlaveNetwork _network;
    private readonly Task _listening;

    public SlaveRig(params IModbusSlave[] others)
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        ModbusFactory factory = new();
        _network = factory.CreateSlaveNetwork(listener);
        _network.AddSlave(factory.CreateSlave(1, Store));
        foreach (IModbusSlave slave in others) _network.AddSlave(slave);
        _listening = _network.ListenAsync(_stop.Token);
    }

    public int Port { get; }

    public SlaveDataStore Store { get; } = new();

    /// <summary>Cancels and disposes the network; what the listening ended with.</summary>
    public Exception? Stop()
    {
        _stop.Cancel();
        _network.Dispose();
        return Record.Exception(() => _listening.Wait(TimeSpan.FromSeconds(10)));
    }

    public void Dispose()
    {
        Stop();
        _stop.Dispose();
    }
}
