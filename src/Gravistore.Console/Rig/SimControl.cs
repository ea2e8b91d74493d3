using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Gravistore.Console.Operator;
using Gravistore.DryRun.Results;

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
    public void Do(string command) => Ask(command);

    /// <summary>How well the simulator has kept its time so far.</summary>
    public WireSimulator Lateness()
    {
        Dictionary<string, string> status = Ask("status").Split(' ').Select(p => p.Split('=')).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
        return new WireSimulator(long.Parse(status["late_wake_ups"], CultureInfo.InvariantCulture), double.Parse(status["greatest_lateness_ms"], CultureInfo.InvariantCulture));
    }

    private string Ask(string command)
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
        return answer.ToString().Trim();
    }

    public void Dispose() => _socket.Dispose();
}
