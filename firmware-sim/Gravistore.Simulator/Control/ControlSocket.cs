using System.Net.Sockets;
using System.Text;

namespace Gravistore.Simulator.Control;

/// <summary>A Unix socket for its owner alone: a line in is a command, a line out its answer.</summary>
internal sealed class ControlSocket : IDisposable
{
    /// <summary>Clients at a time, and bytes of a line; more is refused.</summary>
    private const int MaxClients = 8, MaxLine = 400;

    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string _path;
    private readonly Func<string, string> _execute;
    private int _clients;

    /// <param name="path">Where the socket lies; one that is left over is replaced.</param>
    /// <param name="execute">Carries out a line.</param>
    /// <exception cref="SocketException">The socket cannot be made there.</exception>
    public ControlSocket(string path, Func<string, string> execute)
    {
        _path = path;
        _execute = execute;
        if (File.Exists(path)) File.Delete(path);
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _listener.Listen(MaxClients);
        _ = AcceptAsync();
    }

    public void Dispose()
    {
        _listener.Dispose();
        File.Delete(_path);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptAsync().ConfigureAwait(false);
                if (Interlocked.Increment(ref _clients) <= MaxClients) _ = ServeAsync(client);
                else Leave(client);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        try
        {
            byte[] line = new byte[MaxLine];
            for (int count = 0; count < MaxLine;)
            {
                int read = await client.ReceiveAsync(line.AsMemory(count)).ConfigureAwait(false);
                if (read == 0) break;
                count += read;
                count = await AnswerLinesAsync(client, line, count).ConfigureAwait(false);
            }
        }
        catch (SocketException)
        {
            // The client has gone.
        }
        Leave(client);
    }

    private async Task<int> AnswerLinesAsync(Socket client, byte[] bytes, int count)
    {
        for (int end = bytes.AsSpan(0, count).IndexOf((byte)'\n'); end >= 0; end = bytes.AsSpan(0, count).IndexOf((byte)'\n'))
        {
            string answer = _execute(Encoding.UTF8.GetString(bytes, 0, end)) + "\n";
            bytes.AsSpan(end + 1, count - end - 1).CopyTo(bytes);
            count -= end + 1;
            await client.SendAsync(Encoding.UTF8.GetBytes(answer)).ConfigureAwait(false);
        }
        return count;
    }

    private void Leave(Socket client)
    {
        client.Dispose();
        Interlocked.Decrement(ref _clients);
    }
}
