using System.Net;
using System.Net.Sockets;

namespace Gravistore.FieldPackages.Tests;

/// <summary>A TCP peer that answers each request with bytes of the test's choice, in pieces; an empty list is silence, a null closes the connection.</summary>
internal sealed class Peer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<byte[], byte[][]?> _answer;
    private readonly Task _serving;

    public Peer(Func<byte[], byte[][]?> answer)
    {
        _answer = answer;
        _listener.Start();
        Task<TcpClient> first = _listener.AcceptTcpClientAsync();
        _serving = Task.Run(() => ServeAsync(first));
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Requests that came.</summary>
    public List<byte[]> Requests { get; } = [];

    /// <summary>A whole frame from transaction id, unit and protocol data unit.</summary>
    public static byte[] Frame(int transactionId, byte unit, params byte[] pdu) =>
        [(byte)(transactionId >> 8), (byte)transactionId, 0, 0, 0, (byte)(pdu.Length + 1), unit, .. pdu];

    /// <summary>Transaction id of a request.</summary>
    public static int Id(byte[] request) => (request[0] << 8) | request[1];

    public void Dispose()
    {
        _listener.Stop();
        _serving.Wait(TimeSpan.FromSeconds(10));
    }

    private async Task ServeAsync(Task<TcpClient> first)
    {
        try
        {
            using TcpClient client = await first;
            client.NoDelay = true;
            NetworkStream stream = client.GetStream();
            while (await AnswerAsync(stream))
            {
            }
        }
        catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException)
        {
            // The master has gone.
        }
    }

    private async Task<bool> AnswerAsync(NetworkStream stream)
    {
        byte[] header = new byte[6];
        await stream.ReadExactlyAsync(header);
        byte[] body = new byte[(header[4] << 8) | header[5]];
        await stream.ReadExactlyAsync(body);
        byte[] request = [.. header, .. body];
        Requests.Add(request);
        if (_answer(request) is not { } pieces) return false;
        foreach (byte[] piece in pieces)
        {
            await stream.WriteAsync(piece);
            await Task.Delay(2);
        }
        return true;
    }
}
