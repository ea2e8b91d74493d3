using System.Net.Sockets;
using Gravistore.Controller.Startup;
using Gravistore.Json;
using Gravistore.Protocol;

namespace Gravistore.Controller.Gateway;

/// <summary>Listens on the command socket, which is its owner's alone, and serves a bounded number of clients.</summary>
internal sealed class CommandServer : IDisposable
{
    /// <summary>Clients at once.</summary>
    public const int MaxClients = 8;
    private const int Backlog = 16, MaxPathBytes = 107, FullMs = 100, EndMs = 2000;
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite, OwnersFolder = OwnerAlone | UnixFileMode.UserExecute;

    private readonly Socket _listener;
    private readonly string _path;
    private readonly List<ClientSession> _sessions = [];
    private readonly object _lock = new();
    private readonly Action<string> _tell;
    private GatewayServices? _services;
    private volatile bool _closing;

    private CommandServer(Socket listener, string path, Action<string> tell) => (_listener, _path, _tell) = (listener, path, tell);

    /// <summary>Clients now.</summary>
    public int Clients
    {
        get { lock (_lock) return _sessions.Count; }
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
        _services = services;
        _listener.Listen(Backlog);
        new Thread(Accept) { Name = "clients", IsBackground = true }.Start();
    }

    /// <summary>Wakes every session: something happened.</summary>
    public void Wake()
    {
        lock (_lock)
            foreach (ClientSession session in _sessions) session.Wake();
    }

    public void Dispose()
    {
        _closing = true;
        _listener.Dispose();
        lock (_lock)
            foreach (ClientSession session in _sessions) session.Drop("the controller ends");
        SpinWait.SpinUntil(() => Clients == 0, EndMs);
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
        ClientSession session = new(socket, _services!, Ended);
        bool full;
        lock (_lock)
        {
            full = _sessions.Count >= MaxClients;
            _sessions.Add(session);
        }
        if (full) session.Drop($"{MaxClients} clients are connected; end one of them");
        session.Start();
        if (Clients > 2 * MaxClients) Thread.Sleep(FullMs);
    }

    private void Ended(ClientSession session, string reason)
    {
        lock (_lock) _sessions.Remove(session);
        if (reason.Length > 0 && !_closing) _tell($"client '{session.Client}' was dropped: {reason}");
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
