using System.Buffers;
using System.Net.Sockets;
using Gravistore.Protocol;
using Gravistore.Protocol.Frames;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Gateway;

/// <summary>
/// One client: a thread that reads and a thread that writes. Everything is bounded: a frame, the requests a second, the answers that wait, the time a
/// write may take. A slow client loses snapshots, which are counted; one that breaks a bound is told why and dropped.
/// </summary>
internal sealed class ClientSession
{
    /// <summary>Answers that may wait to be sent.</summary>
    public const int MaxAnswers = 256;
    private const int HelloMs = 5000, FrameMs = 5000, SendMs = 5000, LastWordMs = 200, IdleMs = 1000, EventsAtOnce = 64;

    private readonly Socket _socket;
    private readonly GatewayServices _services;
    private readonly Action<ClientSession, string> _ended;
    private readonly object _lock = new();
    private readonly Queue<Notice> _answers = new();
    private readonly ArrayBufferWriter<byte> _out = new(16 * 1024);
    private readonly FrameReader _frames = new(ProtocolLimits.MaxRequestBytes);
    private readonly RequestRate _rate = new(Environment.TickCount64);
    private int _everyMs;
    private long _nextEvent, _dueMs, _lost;
    private bool _greeted;
    private string? _end;

    public ClientSession(Socket socket, GatewayServices services, Action<ClientSession, string> ended)
    {
        (_socket, _services, _ended) = (socket, services, ended);
        _socket.SendTimeout = SendMs;
        _socket.SendBufferSize = ProtocolLimits.MaxNoticeBytes;
    }

    /// <summary>Name that the client gave itself.</summary>
    public string Client { get; private set; } = "no name";

    /// <summary>Begins to serve it.</summary>
    public void Start()
    {
        new Thread(Write, 256 * 1024) { Name = "client out", IsBackground = true }.Start();
        new Thread(Read, 256 * 1024) { Name = "client in", IsBackground = true }.Start();
    }

    /// <summary>Something happened that may be of interest.</summary>
    public void Wake()
    {
        lock (_lock) Monitor.PulseAll(_lock);
    }

    /// <summary>Tells the client why, and closes.</summary>
    public void Drop(string reason)
    {
        lock (_lock)
        {
            _end ??= reason;
            Monitor.PulseAll(_lock);
        }
    }

    private void Read()
    {
        try
        {
            while (Receive())
                while (_frames.TryTake(out ReadOnlyMemory<byte> payload)) Take(MessageCodec.ReadRequest(payload.Span));
            Drop("");
        }
        catch (ProtocolException e)
        {
            Drop(e.Message);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            Drop(e is SocketException { SocketErrorCode: SocketError.TimedOut or SocketError.WouldBlock } ? TooSlow() : "");
        }
    }

    // A client may be silent as long as it likes, but not before its hello and not within a frame.
    private bool Receive()
    {
        _socket.ReceiveTimeout = !_greeted ? HelloMs : _frames.HasRest ? FrameMs : 0;
        int count = _socket.Receive(_frames.Room.Span);
        _frames.Filled(count);
        return count > 0;
    }

    private string TooSlow() => _greeted ? $"a frame was not whole within {FrameMs / 1000} s" : $"no hello came within {HelloMs / 1000} s";

    private void Take(Request request)
    {
        if (!_rate.Allows(Environment.TickCount64)) throw new ProtocolException($"more than {RequestRate.PerSecond} requests a second");
        if (_greeted == request is HelloRequest) throw new ProtocolException(_greeted ? "hello was said before" : "the first message is not hello");
        switch (request)
        {
            case HelloRequest hello: Greet(hello); break;
            case CommandRequest command: _services.Desk.Ask(command, Answer); break;
            case SubscribeRequest subscribe: Subscribe(subscribe); break;
        }
    }

    private void Greet(HelloRequest hello)
    {
        if (hello.Version != ProtocolLimits.Version) throw new ProtocolException($"this controller speaks version {ProtocolLimits.Version} of the contract, the client version {hello.Version}");
        Client = new string([.. hello.Client.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or ' ' ? c : '?')]);
        _greeted = true;
        Answer(_services.Hello());
    }

    private void Subscribe(SubscribeRequest subscribe)
    {
        lock (_lock)
        {
            _everyMs = subscribe.SnapshotEveryMs;
            _dueMs = Environment.TickCount64;
            _nextEvent = subscribe.EventsFrom == 0 ? 0 : Math.Max(subscribe.EventsFrom, _services.Events.Oldest);
            Monitor.PulseAll(_lock);
        }
    }

    private void Answer(Notice notice)
    {
        lock (_lock)
        {
            if (_answers.Count >= MaxAnswers) _end ??= $"{MaxAnswers} answers wait to be read";
            else _answers.Enqueue(notice);
            Monitor.PulseAll(_lock);
        }
    }

    private void Write()
    {
        try
        {
            while (Gather()) Send();
            Farewell();
        }
        catch (SocketException)
        {
            lock (_lock) _end ??= $"nothing was read for {SendMs / 1000} s";
        }
        catch (Exception e) when (e is ProtocolException or ObjectDisposedException)
        {
            lock (_lock) _end ??= e.Message;
        }
        _socket.Dispose();
        _ended(this, _end ?? "");
    }

    // What there is to send, in the order: answers, events, a snapshot. False when the session ends.
    private bool Gather()
    {
        lock (_lock)
        {
            _out.ResetWrittenCount();
            while (_end is null)
            {
                while (_answers.TryDequeue(out Notice? answer)) MessageCodec.Write(_out, answer);
                GatherEvents();
                long nowMs = Environment.TickCount64;
                bool due = _everyMs > 0 && nowMs >= _dueMs;
                if (due) GatherSnapshot(nowMs);
                if (_out.WrittenCount > 0) return true;
                if (_end is null) Monitor.Wait(_lock, _everyMs > 0 ? (int)Math.Clamp(_dueMs - nowMs, 1, IdleMs) : IdleMs);
            }
            return false;
        }
    }

    private void GatherEvents()
    {
        for (int i = 0; i < EventsAtOnce && _nextEvent > 0; i++)
        {
            EventNotice? e = _services.Events.Get(_nextEvent, out bool lost);
            // Events are never left out: a client that falls behind by all that are kept begins anew.
            if (lost) _end ??= $"the client is {EventLog.Capacity} events behind";
            if (e is null) return;
            MessageCodec.Write(_out, e);
            _nextEvent++;
        }
    }

    private void GatherSnapshot(long nowMs)
    {
        long missed = (nowMs - _dueMs) / _everyMs;
        _lost += missed;
        _dueMs += (missed + 1) * _everyMs;
        if (_services.Picture.Snapshot(_lost) is { } snapshot) MessageCodec.Write(_out, snapshot);
    }

    private void Send()
    {
        for (ReadOnlyMemory<byte> rest = _out.WrittenMemory; rest.Length > 0;) rest = rest[_socket.Send(rest.Span)..];
    }

    private void Farewell()
    {
        if (_end is not { Length: > 0 } reason) return;
        _out.ResetWrittenCount();
        MessageCodec.Write(_out, new DroppedNotice(reason));
        _socket.SendTimeout = LastWordMs;
        Send();
        _socket.Shutdown(SocketShutdown.Send);
    }
}
