using Gravistore.Json;

namespace Gravistore.Console.Operator;

/// <summary>The error numbers of verbs that talk with a running controller or start processes.</summary>
public static class OperationErrors
{
    public static readonly ErrorInfo NoController = new("GS-O001", "no controller", "No controller answers on the command socket, or the socket may not be opened.", "start one with gravistore run, or name its socket with --socket; the socket belongs to the user who runs the controller");
    public static readonly ErrorInfo Refused = new("GS-O002", "command refused", "The controller does not carry the command out in its present mode.", "do what the reason says; gravistore status shows the mode");
    public static readonly ErrorInfo Contract = new("GS-O003", "controller not understood", "The controller does not answer in time, or closed the connection.", "see the controller's log; use gravistore and gravistored of one version");
    public static readonly ErrorInfo ProgramMissing = new("GS-O004", "program missing", "gravistored or gravistore-sim is not built.", "build it: dotnet build Gravistore.sln -c Release");
    public static readonly ErrorInfo ProcessEnded = new("GS-O005", "process ended", "gravistored or gravistore-sim ended before it should have.", "its own message above says why");
    public static readonly ErrorInfo HalfInstalled = new("GS-O006", "configuration incomplete", "A folder of plants, devices, links or scenarios is missing: the package is half installed, or a part of it was removed.", "install it again (apt-get install --reinstall -o Dpkg::Options::=--force-confmiss ./gravistore_*.deb), or set GRAVISTORE_ROOT to a complete folder");

    /// <summary>All of them, in ascending order.</summary>
    public static IReadOnlyList<ErrorInfo> All { get; } = [NoController, Refused, Contract, ProgramMissing, ProcessEnded, HalfInstalled];
}
