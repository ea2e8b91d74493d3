using System.Net.Sockets;
using System.Text;
using Gravistore.Console.Operator;

namespace Gravistore.Console.Rig;

/// <summary>The simulator's control socket: a line asks, a line answers.</summary>
internal sealed class SimControl : IDisposable
{
    private const int TimeoutMs = 5000;

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = TimeoutMs, SendTimeout = TimeoutMs };
    private readonly byte[] _answer = new byte[4096];

    public SimControl(string path) => _socket.Connect(new UnixDomainSocketEndPoint(path));

    /// <summary>Has a command carried out.</summary>
    /// <exception cref="OperationException">The simulator refused it.</exception>
    public void Do(string command)
    {
        _socket.Send(Encoding.UTF8.GetBytes(command + "\n"));
        StringBuilder answer = new();
        while (!answer.ToString().Contains('\n'))
        {
            int count = _socket.Receive(_answer);
            if (count == 0) break;
            answer.Append(Encoding.UTF8.GetString(_answer, 0, count));
        }
        if (!answer.ToString().StartsWith("ok", StringComparison.Ordinal)) throw new OperationException(OperationErrors.ProcessEnded, $"gravistore-sim does not carry out '{command}': {answer.ToString().Trim()}");
    }

    public void Dispose() => _socket.Dispose();
}
