using System.Net;
using System.Net.Sockets;

namespace Gravistore.Drivers.Links;

/// <summary>Opens a TCP connection within a time.</summary>
internal static class Connector
{
    /// <summary>Connects, or gives up.</summary>
    /// <exception cref="SocketException">Refused, unreachable, or not there in time.</exception>
    public static void Connect(Socket socket, EndPoint address, int timeoutMs)
    {
        using CancellationTokenSource patience = new(timeoutMs);
        try
        {
            socket.ConnectAsync(address, patience.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new SocketException((int)SocketError.TimedOut);
        }
    }
}
