using System.Buffers;
using System.Net.Sockets;
using Gravistore.Controller.Startup;
using Gravistore.Json;
using Gravistore.Protocol;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Gateway;

/// <summary>Listens on the command socket, which is its owner's alone, and serves a bounded number of clients.</summary>
internal sealed class CommandServer : IDisposable
{
    /// <summary>Clients at once.</summary>
    public const int MaxClients = 8;
    private const int Backlog = 16, MaxPathBytes = 107, FullMs = 100, EndMs = 2000, TellsAtOnce = 20;
    private const double TellsPerSecond = 1;
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite, OwnersFolder = OwnerAlone | UnixFileMode.UserExecute;

    private readonly Socket _listener;
    private readonly string _path;
    private readonly Stack<ClientSession> _free = new();
    private readonly object _lock = new();
    private readonly Action<string> _tell;
    private readonly RateLimit _tells = new(TellsAtOnce, TellsPerSecond);
    private readonly byte[] _full;
    private ClientSession[] _sessions = [];
    private long _untold;
    private volatile bool _closing;

    private CommandServer(Socket listener, string path, Action<string> tell)
    {
        (_listener, _path, _tell) = (listener, path, tell);
        ArrayBufferWriter<byte> full = new();
        MessageCodec.Write(full, new DroppedNotice($"{MaxClients} clients are connected; end one of them"));
        _full = full.WrittenSpan.ToArray();
    }

    /// <summary>Takes the socket's path; clients are served from <see cref="Serve"/> on.</summary>
    /// <param name="path">Where the socket is made.</param>
    /// <param name="tell">Is told of clients that come, and of those that are dropped with the reason.</param>
    /// <exception cref="StartException">Another controller has it, or it cannot be made.</exception>
    public static CommandServer Bind(string path, Action<string> tell)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(path) > MaxPathBytes) throw new StartException(StartErrors.SocketNotUsable, $"the socket's path has more than {MaxPathBytes} bytes: {JsonText.Quote(path)}");
        MakeFolder(path);
        RemoveLeftOver(path);
        Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            listener.Bind(new UnixDomainSocketEndPoint(path));
            // Nobody can connect before it listens, so nobody slips in before the rights are set.
            File.SetUnixFileMode(path, OwnerAlone);
            return new CommandServer(listener, path, tell);
        }
        catch (Exception e) when (e is SocketException or IOException or UnauthorizedAccessException)
        {
            listener.Dispose();
            throw NotUsable(path, e.Message);
        }
    }

    /// <summary>Begins to serve clients.</summary>
    public void Serve(GatewayServices services)
    {
        _sessions = [.. Enumerable.Range(0, MaxClients).Select(_ => new ClientSession(services, Ended))];
        foreach (ClientSession session in _sessions) _free.Push(session);
        _listener.Listen(Backlog);
        new Thread(Accept) { Name = "clients", IsBackground = true }.Start();
    }

    /// <summary>Wakes every session: something happened.</summary>
    public void Wake()
    {
        foreach (ClientSession session in _sessions) session.Wake();
    }

    public void Dispose()
    {
        _closing = true;
        _listener.Dispose();
        foreach (ClientSession session in _sessions) session.Close("the controller ends");
        SpinWait.SpinUntil(AllFree, EndMs);
        TellOfOthers();
        File.Delete(_path);
    }

    private void Accept()
    {
        while (!_closing)
        {
            try
            {
                Admit(_listener.Accept());
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Out of descriptors, or closing: a client more or less does not end the controller.
                if (!_closing) Thread.Sleep(FullMs);
            }
        }
    }

    private void Admit(Socket socket)
    {
        ClientSession? session;
        lock (_lock) _free.TryPop(out session);
        if (session is null) Refuse(socket);
        else session.Serve(socket);
    }

    private void Refuse(Socket socket)
    {
        using (socket)
        {
            try
            {
                // Nothing was sent to it before, so that the socket takes this at once.
                socket.Send(_full);
            }
            catch (SocketException)
            {
                // Gone already.
            }
        }
    }

    private bool AllFree()
    {
        lock (_lock) return _free.Count == _sessions.Length;
    }

    private void Ended(ClientSession session, string client, string reason)
    {
        lock (_lock)
        {
            _free.Push(session);
            if (reason.Length == 0 || _closing) return;
            // A crowd of bad clients is told of, but fills no log.
            if (!_tells.Allows(Environment.TickCount64))
            {
                Interlocked.Increment(ref _untold);
                return;
            }
        }
        TellOfOthers();
        _tell($"client '{client}' was dropped: {reason}");
    }

    private void TellOfOthers()
    {
        long untold = Interlocked.Exchange(ref _untold, 0);
        if (untold > 0) _tell($"{untold} more clients were dropped");
    }

    // A socket that nobody listens on was left by a controller that was killed.
    private static void RemoveLeftOver(string path)
    {
        if (!File.Exists(path)) return;
        using Socket probe = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            if (IsSocket(path)) File.Delete(path);
            return;
        }
        catch (SocketException e)
        {
            throw NotUsable(path, e.Message);
        }
        throw new StartException(StartErrors.SocketInUse, $"a controller answers on '{path}' already");
    }

    // The user's own folder is made on first use; rights can be set on one's own folder alone, so one that somebody else put there is refused.
    // Every other folder is its owner's to make.
    private static void MakeFolder(string path)
    {
        string? folder = Path.GetDirectoryName(path);
        try
        {
            if (folder == SocketPath.FolderOfUser) File.SetUnixFileMode(Directory.CreateDirectory(folder, OwnersFolder).FullName, OwnersFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotUsable(path, e.Message);
        }
        if (folder is { Length: > 0 } && !Directory.Exists(folder)) throw NotUsable(path, $"there is no folder '{folder}'");
    }

    private static StartException NotUsable(string path, string why) => new(StartErrors.SocketNotUsable, $"the command socket '{path}' cannot be made: {why}");

    // Connecting is refused by ordinary files too; those can be opened, sockets cannot.
    private static bool IsSocket(string path)
    {
        try
        {
            File.OpenHandle(path).Dispose();
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e is not UnauthorizedAccessException;
        }
    }
}
