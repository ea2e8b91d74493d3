using System.Net.Sockets;
using System.Text;

namespace Gravistore.Drivers.Simulated;

/// <summary>One connection to a simulator's I/O socket: a line says what is wanted, a line answers, then bytes flow (docs/lines.md has the protocol).</summary>
internal sealed class IoConnection : IDisposable
{
    /// <summary>Longest answer line: the names of a chip's lines [bytes].</summary>
    private const int MaxLine = 8192;
    /// <summary>A greeting that is not answered in this time fails [ms].</summary>
    private const int GreetingMs = 3000;

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    /// <param name="path">The socket.</param>
    /// <param name="greeting">What is wanted, such as "i2c 1 32".</param>
    /// <exception cref="IOException">Nobody answers, or there is no such thing.</exception>
    public IoConnection(string path, string greeting)
    {
        try
        {
            _socket.Connect(new UnixDomainSocketEndPoint(path));
            _socket.ReceiveTimeout = GreetingMs;
            Send(Encoding.UTF8.GetBytes(greeting + "\n"));
            Answer = ReadLine();
            _socket.ReceiveTimeout = 0;
        }
        catch (SocketException e)
        {
            _socket.Dispose();
            throw new IOException($"the simulator's I/O socket {path} does not answer: {e.Message}", e);
        }
        if (Answer.StartsWith("ok", StringComparison.Ordinal)) return;
        _socket.Dispose();
        throw new IOException($"the simulator refuses '{greeting}': {Answer}");
    }

    /// <summary>The line that answered.</summary>
    public string Answer { get; }

    /// <summary>Sends all bytes.</summary>
    /// <exception cref="IOException">The connection has ended.</exception>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (bytes.Length > 0) bytes = bytes[_socket.Send(bytes)..];
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw new IOException("the simulator's I/O socket has ended", e);
        }
    }

    /// <summary>Waits for exactly so many bytes, for ever if need be: a hung bus hangs its thread, as a real one does.</summary>
    /// <exception cref="IOException">The connection has ended.</exception>
    public void Receive(Span<byte> bytes)
    {
        try
        {
            while (bytes.Length > 0)
            {
                int count = _socket.Receive(bytes);
                if (count == 0) throw new IOException("the simulator's I/O socket has ended");
                bytes = bytes[count..];
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw new IOException("the simulator's I/O socket has ended", e);
        }
    }

    public void Dispose() => _socket.Dispose();

    private string ReadLine()
    {
        List<byte> line = [];
        Span<byte> one = stackalloc byte[1];
        while (line.Count < MaxLine)
        {
            Receive(one);
            if (one[0] == (byte)'\n') return Encoding.UTF8.GetString([.. line]);
            line.Add(one[0]);
        }
        throw new IOException("the simulator's answer is too long");
    }
}
