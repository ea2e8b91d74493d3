using System.Net;
using System.Net.Sockets;

namespace Gravistore.Simulator.Wire;

/// <summary>The wire in front of one server: listens where masters connect, passes whole frames on in both directions, and spoils them as its faults say.</summary>
internal sealed class WirePort : IDisposable
{
    private readonly Socket _listener;
    private readonly int _serverPort;
    private readonly IReadOnlyDictionary<byte, WireFault> _faults;
    private readonly HashSet<WireConnection> _connections = [];
    private readonly Task _accepting;
    private long _offlineUntilMs;
    private bool _disposed;

    /// <param name="address">Where to listen; port 0 = any free one.</param>
    /// <param name="serverPort">Port of the server behind, on this machine.</param>
    /// <param name="faults">The fault of every unit.</param>
    /// <exception cref="IOException">The address is taken or not this machine's; the message names it.</exception>
    public WirePort(IPEndPoint address, int serverPort, IReadOnlyDictionary<byte, WireFault> faults)
    {
        _serverPort = serverPort;
        _faults = faults;
        _listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _listener.Bind(address);
            _listener.Listen(8);
        }
        catch (SocketException taken)
        {
            _listener.Dispose();
            throw new IOException($"{address}: {taken.Message}", taken);
        }
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Resets all connections, and refuses new ones for a time [ms].</summary>
    public void GoOffline(int forMs)
    {
        Volatile.Write(ref _offlineUntilMs, Environment.TickCount64 + forMs);
        ResetAll();
    }

    /// <summary>Resets all connections.</summary>
    public void ResetAll()
    {
        foreach (WireConnection connection in Connections()) connection.Reset();
    }

    public void Dispose()
    {
        lock (_connections) _disposed = true;
        _listener.Dispose();
        foreach (WireConnection connection in Connections()) connection.Dispose();
        _accepting.Wait(TimeSpan.FromSeconds(5));
    }

    private bool MustReset => Environment.TickCount64 < Volatile.Read(ref _offlineUntilMs) || _faults.Values.Any(f => f.Kind == WireFaultKind.Reset);

    private WireConnection[] Connections()
    {
        lock (_connections) return [.. _connections];
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) Take(await _listener.AcceptAsync().ConfigureAwait(false));
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private void Take(Socket client)
    {
        if (MustReset)
        {
            client.LingerState = new LingerOption(true, 0);
            client.Dispose();
            return;
        }
        WireConnection connection = new(client, _serverPort, _faults);
        lock (_connections)
        {
            if (_disposed) connection.Dispose();
            else _connections.Add(connection);
        }
        _ = Task.Run(async () =>
        {
            await connection.RunAsync().ConfigureAwait(false);
            lock (_connections) _connections.Remove(connection);
        });
    }
}
