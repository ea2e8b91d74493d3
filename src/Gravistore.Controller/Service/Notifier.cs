using System.Net.Sockets;
using System.Text;

namespace Gravistore.Controller.Service;

/// <summary>
/// Tells systemd of readiness and life: datagrams to the socket that NOTIFY_SOCKET names, as sd_notify sends them. Without such a socket nothing is
/// sent; one that does not take a datagram is not waited for.
/// </summary>
internal sealed class Notifier : IDisposable
{
    private readonly Socket? _socket;
    private readonly UnixDomainSocketEndPoint? _target;

    /// <param name="socketPath">Value of NOTIFY_SOCKET: a path, or with @ an abstract name; null or empty = no systemd.</param>
    public Notifier(string? socketPath)
    {
        if (string.IsNullOrEmpty(socketPath)) return;
        _target = new UnixDomainSocketEndPoint(socketPath[0] == '@' ? '\0' + socketPath[1..] : socketPath);
        _socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { Blocking = false };
    }

    public void Ready(string status) => Send($"READY=1\nSTATUS={status}");

    public void Alive() => Send("WATCHDOG=1");

    public void Stopping(string status) => Send($"STOPPING=1\nSTATUS={status}");

    public void Dispose() => _socket?.Dispose();

    private void Send(string text)
    {
        if (_socket is null) return;
        try
        {
            _socket.SendTo(Encoding.UTF8.GetBytes(text), _target!);
        }
        catch (SocketException)
        {
            // systemd restarts what falls silent; that is all a failure here can mean.
        }
    }
}
