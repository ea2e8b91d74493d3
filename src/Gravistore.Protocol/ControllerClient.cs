using System.Buffers;
using System.Net.Sockets;
using Gravistore.Protocol.Frames;
using Gravistore.Protocol.Messages;

namespace Gravistore.Protocol;

/// <summary>A client's end of the command socket: blocking, for one thread, every wait bounded.</summary>
public sealed class ControllerClient : IDisposable
{
    private readonly Socket _socket;
    private readonly FrameReader _frames = new(ProtocolLimits.MaxNoticeBytes);
    private readonly ArrayBufferWriter<byte> _out = new();
    private long _lastId;

    private ControllerClient(Socket socket) => _socket = socket;

    /// <summary>What the controller said of itself.</summary>
    public HelloNotice Hello { get; private set; } = null!;

    /// <summary>Connects and says hello.</summary>
    /// <param name="socketPath">Path of the controller's socket.</param>
    /// <param name="client">Name of this program.</param>
    /// <param name="timeoutMs">Longest wait for the hello [ms].</param>
    /// <exception cref="SocketException">Nobody listens there, or it may not be opened.</exception>
    /// <exception cref="ProtocolException">Whoever listens is no controller of this version.</exception>
    public static ControllerClient Connect(string socketPath, string client, int timeoutMs = 5000)
    {
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { SendTimeout = timeoutMs };
        ControllerClient made = new(socket);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(socketPath));
            made.SayHello(client);
            made.Hello = made.Next(timeoutMs) switch
            {
                HelloNotice hello when hello.Version == ProtocolLimits.Version => hello,
                HelloNotice hello => throw new ProtocolException($"the controller speaks version {hello.Version} of the contract, this program version {ProtocolLimits.Version}; use the program of the controller's version"),
                DroppedNotice dropped => throw new ProtocolException(dropped.Reason),
                _ => throw new ProtocolException("the controller did not say hello"),
            };
            return made;
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    private void SayHello(string client)
    {
        try
        {
            Send(new HelloRequest(ProtocolLimits.Version, client));
        }
        catch (SocketException) when (_socket.Available > 0)
        {
            // Dropped before it could speak: the reason is here to be read.
        }
    }

    /// <summary>Sends a request.</summary>
    public void Send(Request request)
    {
        _out.ResetWrittenCount();
        MessageCodec.Write(_out, request);
        for (ReadOnlyMemory<byte> rest = _out.WrittenMemory; rest.Length > 0;) rest = rest[_socket.Send(rest.Span)..];
    }

    /// <summary>Sends a command and waits for its answer; what else arrives meanwhile goes to <paramref name="others"/>.</summary>
    /// <exception cref="ProtocolException">The controller did not answer in time, or closed.</exception>
    public AnswerNotice Ask(CommandRequest command, Action<Notice>? others = null, int timeoutMs = 5000)
    {
        CommandRequest own = command with { Id = ++_lastId };
        Send(own);
        long endMs = Environment.TickCount64 + timeoutMs;
        while (Next((int)Math.Max(1, endMs - Environment.TickCount64)) is { } notice)
        {
            if (notice is AnswerNotice answer && answer.Id == own.Id) return answer;
            others?.Invoke(notice);
            if (Environment.TickCount64 >= endMs) break;
        }
        throw new ProtocolException($"the controller did not answer '{own.Verb}' within {timeoutMs / 1000.0:0.#} s");
    }

    /// <summary>The next notice; null when none came in time.</summary>
    /// <exception cref="ProtocolException">The controller closed the connection, or sent no notice.</exception>
    public Notice? Next(int timeoutMs)
    {
        long endMs = Environment.TickCount64 + timeoutMs;
        while (true)
        {
            if (_frames.TryTake(out ReadOnlyMemory<byte> payload)) return MessageCodec.ReadNotice(payload.Span);
            int leftMs = (int)(endMs - Environment.TickCount64);
            if (leftMs < 0 || !_socket.Poll(TimeSpan.FromMilliseconds(leftMs), SelectMode.SelectRead)) return null;
            int count = _socket.Receive(_frames.Room.Span);
            if (count == 0) throw new ProtocolException("the controller closed the connection");
            _frames.Filled(count);
        }
    }

    public void Dispose() => _socket.Dispose();
}
