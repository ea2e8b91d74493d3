using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Gravistore.Simulator.Io;

/// <summary>
/// Serves lines and boards on a Unix socket. A client greets with "gpio LABEL", "i2c BUS ADDRESS" or "spi BUS CHIPSELECT" and a line feed, and is
/// answered "ok" or "error". Each connection has a thread of its own: one that hangs holds nobody else up.
/// </summary>
internal sealed class IoServer : IDisposable
{
    private const int MaxClients = 300, MaxGreeting = 100;

    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string _path;
    private readonly World _world;
    private readonly IoRack _rack;
    private readonly Thread _thread;
    private readonly List<Socket> _clients = [];
    private volatile bool _ended;

    /// <param name="path">Where the socket lies; one that is left over is replaced.</param>
    /// <param name="world">The plant.</param>
    /// <param name="rack">Its lines and boards.</param>
    /// <exception cref="SocketException">The socket cannot be made there.</exception>
    public IoServer(string path, World world, IoRack rack)
    {
        (_path, _world, _rack) = (path, world, rack);
        if (File.Exists(path)) File.Delete(path);
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _listener.Listen(MaxClients);
        _thread = new Thread(Accept) { Name = "i/o socket", IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        _ended = true;
        // A blocked accept does not notice that its socket is disposed; a visitor wakes it.
        using (Socket visitor = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)) TryConnect(visitor);
        _thread.Join();
        _listener.Dispose();
        lock (_clients) foreach (Socket client in _clients) client.Dispose();
        File.Delete(_path);
    }

    private void TryConnect(Socket visitor)
    {
        try
        {
            visitor.Connect(new UnixDomainSocketEndPoint(_path));
        }
        catch (SocketException)
        {
            // Nobody waits.
        }
    }

    private void Accept()
    {
        while (!_ended)
        {
            Socket client = _listener.Accept();
            lock (_clients)
            {
                if (_ended || _clients.Count >= MaxClients) client.Dispose();
                else _clients.Add(client);
            }
            if (client.Connected) new Thread(() => Serve(client)) { Name = "i/o client", IsBackground = true }.Start();
        }
    }

    private void Serve(Socket client)
    {
        try
        {
            Greet(client);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The client has gone.
        }
        lock (_clients) _clients.Remove(client);
        client.Dispose();
    }

    private void Greet(Socket client)
    {
        string greeting = ReadLine(client);
        string[] words = greeting.Split(' ');
        if (words is ["gpio", var label] && label == _rack.ChipLabel) new GpioClient(client, _world, _rack.Lines).Serve(() => _ended);
        else if (words is ["gpio", _]) Answer(client, $"error there is no GPIO chip of this label; known: {_rack.ChipLabel}");
        else if (words is ["i2c" or "spi", var busText, var addressText] && Number(busText) is { } bus && Number(addressText) is { } address) ServeBus(client, words[0] == "spi", bus, address);
        else Answer(client, "error the greeting is not understood; known: gpio LABEL, i2c BUS ADDRESS, spi BUS CHIPSELECT");
    }

    // An address where nobody is: on I2C nobody acknowledges, on SPI the line reads high. That is found out by using it, not by the greeting.
    private void ServeBus(Socket client, bool spi, int bus, int address)
    {
        Answer(client, "ok");
        RackBoard? board = _rack.BoardAt(spi, bus, address);
        byte[] request = new byte[2 + byte.MaxValue], answer = new byte[1 + byte.MaxValue];
        while (Receive(client, request.AsSpan(0, 2)) && Receive(client, request.AsSpan(2, request[0])))
        {
            Span<byte> read = answer.AsSpan(1, request[1]);
            read.Fill(0xFF);
            bool acknowledged = board?.Transfer(_world, request.AsSpan(2, request[0]), read, () => _ended) ?? spi;
            answer[0] = acknowledged ? (byte)0 : (byte)1;
            client.Send(answer.AsSpan(0, 1 + request[1]));
        }
    }

    /// <summary>Receives exactly so many bytes; false when the client has gone.</summary>
    public static bool Receive(Socket client, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int count = client.Receive(bytes);
            if (count == 0) return false;
            bytes = bytes[count..];
        }
        return true;
    }

    /// <summary>Sends a line.</summary>
    public static void Answer(Socket client, string line) => client.Send(Encoding.UTF8.GetBytes(line + "\n"));

    private static string ReadLine(Socket client)
    {
        byte[] line = new byte[MaxGreeting];
        for (int count = 0; count < MaxGreeting; count++)
        {
            if (!Receive(client, line.AsSpan(count, 1))) break;
            if (line[count] == (byte)'\n') return Encoding.UTF8.GetString(line, 0, count);
        }
        return "";
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
