using System.Net.Sockets;
using Gravistore.Console.CommandLine;
using Gravistore.Protocol;
using Gravistore.Protocol.Messages;

namespace Gravistore.Console.Operator;

/// <summary>A connection with a running controller whose failures are messages for people.</summary>
internal sealed class ControllerLink : IDisposable
{
    private const string ProgramName = "gravistore";

    private readonly ControllerClient _client;

    private ControllerLink(ControllerClient client) => _client = client;

    public HelloNotice Hello => _client.Hello;

    /// <summary>Connects to the socket that the command line names, or to the one there is by default.</summary>
    /// <exception cref="OperationException">Nobody answers there.</exception>
    public static ControllerLink Open(ParsedArguments arguments) => Open(arguments.Value(OperatorVerbTable.Socket) ?? SocketPath.OfController(Environment.GetEnvironmentVariable, File.Exists));

    /// <summary>Connects to a socket.</summary>
    /// <exception cref="OperationException">Nobody answers there.</exception>
    public static ControllerLink Open(string socket)
    {
        try
        {
            return new ControllerLink(ControllerClient.Connect(socket, ProgramName));
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw new OperationException(OperationErrors.NoController, $"no controller answers on '{socket}': {Why(e)}; {OperationErrors.NoController.Cure}");
        }
        catch (ProtocolException e)
        {
            throw Broken(e);
        }
    }

    /// <summary>Has a command carried out.</summary>
    /// <param name="command">What.</param>
    /// <param name="others">Receives what else arrives before the answer.</param>
    /// <exception cref="OperationException">It was refused, or not answered.</exception>
    public void Do(CommandRequest command, Action<Notice>? others = null)
    {
        AnswerNotice answer = Guarded(() => _client.Ask(command, others));
        if (!answer.Accepted) throw new OperationException(OperationErrors.Refused, $"'{command.Verb}' is refused: {answer.Reason}");
    }

    /// <summary>Chooses snapshots and events.</summary>
    public void Subscribe(int snapshotEveryMs, long eventsFrom) => Guarded(() =>
    {
        _client.Send(new SubscribeRequest(snapshotEveryMs, eventsFrom));
        return true;
    });

    /// <summary>The next notice; null when none came in time.</summary>
    /// <exception cref="OperationException">The controller closed the connection.</exception>
    public Notice? Next(int timeoutMs)
    {
        Notice? notice = Guarded(() => _client.Next(timeoutMs));
        return notice is DroppedNotice dropped ? throw new OperationException(OperationErrors.Contract, $"the controller closed the connection: {dropped.Reason}") : notice;
    }

    /// <summary>The newest snapshot.</summary>
    /// <exception cref="OperationException">None came in time.</exception>
    public SnapshotNotice Snapshot(int timeoutMs = 5000)
    {
        const int everyMs = 50;
        Subscribe(everyMs, 0);
        for (long endMs = Environment.TickCount64 + timeoutMs; Environment.TickCount64 < endMs;)
            if (Next(everyMs) is SnapshotNotice snapshot) return snapshot;
        throw new OperationException(OperationErrors.Contract, $"the controller sent no snapshot within {timeoutMs / 1000} s; {OperationErrors.Contract.Cure}");
    }

    public void Dispose() => _client.Dispose();

    private static T Guarded<T>(Func<T> talk)
    {
        try
        {
            return talk();
        }
        catch (Exception e) when (e is ProtocolException or SocketException)
        {
            throw Broken(e);
        }
    }

    // What .NET calls an address that cannot be assigned is a path where nothing is.
    private static string Why(Exception e) => e is SocketException { SocketErrorCode: SocketError.AddressNotAvailable } ? "nothing is there" : e.Message;

    private static OperationException Broken(Exception e) => new(OperationErrors.Contract, $"{e.Message}; {OperationErrors.Contract.Cure}");
}
