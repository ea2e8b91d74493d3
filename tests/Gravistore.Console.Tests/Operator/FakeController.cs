using System.Buffers;
using System.Net.Sockets;
using Gravistore.Protocol;
using Gravistore.Protocol.Frames;
using Gravistore.Protocol.Messages;

namespace Gravistore.Console.Tests.Operator;

/// <summary>The controller's end of the socket: says hello, answers commands as a test wishes, sends a snapshot and events when asked.</summary>
internal sealed class FakeController : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Thread _thread;

    public FakeController(string path)
    {
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen(4);
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Why commands are refused; empty = they are accepted.</summary>
    public string Refusal { get; set; } = "";
    /// <summary>The connection is closed instead of an answer.</summary>
    public bool HangsUp { get; set; }
    public List<CommandRequest> Commands { get; } = [];
    public SnapshotNotice Snapshot { get; set; } = Samples.Snapshot(2);

    public void Dispose()
    {
        _listener.Dispose();
        _thread.Join(10_000);
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                using Socket client = _listener.Accept();
                Serve(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed by the test.
        }
    }

    private void Serve(Socket client)
    {
        FrameReader frames = new(ProtocolLimits.MaxRequestBytes);
        while (client.Receive(frames.Room.Span) is > 0 and int count)
        {
            frames.Filled(count);
            while (frames.TryTake(out ReadOnlyMemory<byte> payload))
                foreach (Notice notice in Answers(MessageCodec.ReadRequest(payload.Span)))
                {
                    ArrayBufferWriter<byte> buffer = new();
                    MessageCodec.Write(buffer, notice);
                    client.Send(buffer.WrittenSpan);
                }
            if (HangsUp && Commands.Count > 0) return;
        }
    }

    private IEnumerable<Notice> Answers(Request request)
    {
        switch (request)
        {
            case HelloRequest: yield return new HelloNotice(ProtocolLimits.Version, "1.2.3", "leith", 2, 250e3, 42, 3); break;
            case CommandRequest command:
                Commands.Add(command);
                if (!HangsUp) yield return new AnswerNotice(command.Id, Refusal.Length == 0, Refusal);
                break;
            case SubscribeRequest { EventsFrom: > 0 } subscribe:
                for (long i = subscribe.EventsFrom; i < 3; i++)
                    yield return new EventNotice(i, i * 1_000_000_000, 104, "envelope", "trip", 1, 2.5, 2, "m/s", "A weight is too fast.", "Compare the position.");
                break;
            case SubscribeRequest: yield return Snapshot; break;
        }
    }
}
