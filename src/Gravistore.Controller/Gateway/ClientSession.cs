using System.Buffers;
using System.Net.Sockets;
using Gravistore.Protocol;
using Gravistore.Protocol.Frames;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Gateway;

/// <summary>
/// A place for one client at a time: a thread that reads and a thread that writes, with buffers of their own, which serve one client after the other, so
/// that clients that come and go leave neither threads nor garbage. Everything is bounded: a frame, the requests a second, the answers that wait, the
/// time a write may take. A slow client loses snapshots, which are counted; one that breaks a bound is told why and dropped.
/// </summary>
internal sealed class ClientSession
{
    /// <summary>Answers that may wait to be sent.</summary>
    public const int MaxAnswers = 256;
    private const int HelloMs = 5000, FrameMs = 5000, SendMs = 5000, LastWordMs = 200, IdleMs = 1000, EventsAtOnce = 64, StackBytes = 256 * 1024;
    // Nobody at a console needs either.
    private const int RequestsAtOnce = 400, RequestsPerSecond = 200;

    private readonly GatewayServices _services;
    private readonly Action<ClientSession, string, string> _ended;
    private readonly object _lock = new();
    private readonly Queue<Notice> _answers = new();
    private readonly ArrayBufferWriter<byte> _out = new(16 * 1024);
    private readonly FrameReader _frames = new(ProtocolLimits.MaxRequestBytes);
    private readonly RateLimit _rate = new(RequestsAtOnce, RequestsPerSecond);
    private Socket? _socket;
    private string _client = "";
    private int _everyMs;
    private long _nextEvent, _dueMs, _lost, _served;
    private bool _reads, _greeted;
    private string? _end, _closed;

    /// <param name="services">What it works with.</param>
    /// <param name="ended">Is told when a client has gone and the place is free: the place, the name that the client gave itself, why it was dropped (empty = it went by itself).</param>
    public ClientSession(GatewayServices services, Action<ClientSession, string, string> ended)
    {
        (_services, _ended) = (services, ended);
        new Thread(WriteToAll, StackBytes) { Name = "client out", IsBackground = true }.Start();
        new Thread(ReadFromAll, StackBytes) { Name = "client in", IsBackground = true }.Start();
    }

    /// <summary>Begins to serve a client; the place is free.</summary>
    public void Serve(Socket socket)
    {
        socket.SendTimeout = SendMs;
        socket.SendBufferSize = ProtocolLimits.MaxNoticeBytes;
        lock (_lock)
        {
            _answers.Clear();
            _frames.Clear();
            _rate.Reset();
            (_client, _greeted, _everyMs, _nextEvent, _lost, _end) = ("no name", false, 0, 0, 0, _closed);
            _served++;
            (_socket, _reads) = (socket, true);
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Something happened that may be of interest.</summary>
    public void Wake()
    {
        lock (_lock) Monitor.PulseAll(_lock);
    }

    /// <summary>Tells the client why, and serves none any more.</summary>
    public void Close(string reason)
    {
        lock (_lock) _closed = reason;
        Drop(reason);
    }

    private void Drop(string reason)
    {
        lock (_lock)
        {
            _end ??= reason;
            Monitor.PulseAll(_lock);
        }
    }

    private void ReadFromAll()
    {
        while (NextClient(reads: true) is { } socket)
        {
            Read(socket);
            lock (_lock)
            {
                _reads = false;
                Monitor.PulseAll(_lock);
            }
        }
    }

    private void WriteToAll()
    {
        while (NextClient(reads: false) is { } socket) Write(socket);
    }

    // Null when there will be none any more.
    private Socket? NextClient(bool reads)
    {
        lock (_lock)
        {
            while (_socket is null || (reads && !_reads))
            {
                if (_closed is not null) return null;
                Monitor.Wait(_lock);
            }
            return _socket;
        }
    }

    private void Read(Socket socket)
    {
        try
        {
            while (Receive(socket))
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
    private bool Receive(Socket socket)
    {
        socket.ReceiveTimeout = !_greeted ? HelloMs : _frames.HasRest ? FrameMs : 0;
        int count = socket.Receive(_frames.Room.Span);
        _frames.Filled(count);
        return count > 0;
    }

    private string TooSlow() => _greeted ? $"a frame was not whole within {FrameMs / 1000} s" : $"no hello came within {HelloMs / 1000} s";

    private void Take(Request request)
    {
        if (!_rate.Allows(Environment.TickCount64)) throw new ProtocolException($"more than {RequestsPerSecond} requests a second");
        if (_greeted == request is HelloRequest) throw new ProtocolException(_greeted ? "hello was said before" : "the first message is not hello");
        switch (request)
        {
            case HelloRequest hello: Greet(hello); break;
            case CommandRequest command: Ask(command); break;
            case SubscribeRequest subscribe: Subscribe(subscribe); break;
        }
    }

    private void Greet(HelloRequest hello)
    {
        if (hello.Version != ProtocolLimits.Version) throw new ProtocolException($"this controller speaks version {ProtocolLimits.Version} of the contract, the client version {hello.Version}");
        _client = new string([.. hello.Client.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or ' ' ? c : '?')]);
        _greeted = true;
        Answer(_served, _services.Hello());
    }

    private void Ask(CommandRequest command)
    {
        // The answer may come when the place has its next client.
        long served = _served;
        _services.Desk.Ask(command, answer => Answer(served, answer));
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

    private void Answer(long served, Notice notice)
    {
        lock (_lock)
        {
            if (served != _served || _socket is null) return;
            if (_answers.Count >= MaxAnswers) _end ??= $"{MaxAnswers} answers wait to be read";
            else _answers.Enqueue(notice);
            Monitor.PulseAll(_lock);
        }
    }

    private void Write(Socket socket)
    {
        try
        {
            while (Gather()) Send(socket);
            Farewell(socket);
        }
        catch (SocketException)
        {
            Drop($"nothing was read for {SendMs / 1000} s");
        }
        catch (ProtocolException e)
        {
            Drop(e.Message);
        }
        socket.Dispose();
        Leave();
    }

    private void Leave()
    {
        string client, reason;
        lock (_lock)
        {
            while (_reads) Monitor.Wait(_lock);
            (client, reason) = (_client, _end ?? "");
            _socket = null;
            Monitor.PulseAll(_lock);
        }
        _ended(this, client, reason);
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

    private void Send(Socket socket)
    {
        for (ReadOnlyMemory<byte> rest = _out.WrittenMemory; rest.Length > 0;) rest = rest[socket.Send(rest.Span)..];
    }

    private void Farewell(Socket socket)
    {
        if (_end is not { Length: > 0 } reason) return;
        _out.ResetWrittenCount();
        MessageCodec.Write(_out, new DroppedNotice(reason));
        socket.SendTimeout = LastWordMs;
        Send(socket);
        socket.Shutdown(SocketShutdown.Send);
    }
}
