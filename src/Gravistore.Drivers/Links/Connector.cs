using System.Net;
using System.Net.Sockets;

namespace Gravistore.Drivers.Links;

/// <summary>
/// Opens a TCP connection within a time, and leaves its socket a blocking one: a socket that was ever used asynchronously stays non-blocking
/// underneath, and each of its reads then takes a detour over another thread, which halves the round trips.
/// </summary>
internal static class Connector
{
    /// <summary>Connects, or gives up and disposes the socket.</summary>
    /// <exception cref="SocketException">Refused, unreachable, or not there in time.</exception>
    public static void Connect(Socket socket, EndPoint address, int timeoutMs)
    {
        using CancellationTokenSource patience = new(timeoutMs);
        using CancellationTokenRegistration giveUp = patience.Token.Register(socket.Dispose);
        try
        {
            socket.Connect(address);
        }
        catch (Exception) when (patience.IsCancellationRequested)
        {
            throw new SocketException((int)SocketError.TimedOut);
        }
    }
}
