using System.Net;
using System.Net.Sockets;
using NModbus;

namespace Gravistore.Simulator.Serving;

/// <summary>NModbus's server for the devices of one host and port; with a wire in front of it at a port that only the wire knows.</summary>
internal sealed class SlavePort : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly IModbusTcpSlaveNetwork _network;
    private readonly Task _listening;

    /// <exception cref="IOException">The address is taken or not this machine's; the message names it.</exception>
    public SlavePort(IEnumerable<IModbusSlave> slaves, IPEndPoint address)
    {
        TcpListener listener = new(address);
        try
        {
            listener.Start();
        }
        catch (SocketException taken)
        {
            throw new IOException($"{address}: {taken.Message}", taken);
        }
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _network = new ModbusFactory().CreateSlaveNetwork(listener);
        foreach (IModbusSlave slave in slaves) _network.AddSlave(slave);
        _listening = _network.ListenAsync(_stop.Token);
    }

    public int Port { get; }

    public void Dispose()
    {
        _stop.Cancel();
        _network.Dispose();
        try
        {
            _listening.Wait(TimeSpan.FromSeconds(5));
        }
        catch (AggregateException)
        {
            // A listener that is stopped ends with an exception; which one differs between versions.
        }
        _stop.Dispose();
    }
}
