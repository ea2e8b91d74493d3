using System.Globalization;
using Gravistore.Console.CommandLine;
using Gravistore.Console.Operator;
using Gravistore.Json;

namespace Gravistore.Console.Rig;

/// <summary>Ways to lose the controller.</summary>
internal enum RigFaultKind { Kill, Freeze, Late, Cut, RestartDrive }

/// <summary>What is done to the controller while the plant runs.</summary>
/// <param name="Kind">What.</param>
/// <param name="AtS">When, after the plant began to run [s].</param>
internal sealed record RigFault(RigFaultKind Kind, double AtS)
{
    private const double DefaultAtS = 10, LongestS = 3600;
    private static readonly (string Name, RigFaultKind Kind)[] Names = [("kill", RigFaultKind.Kill), ("freeze", RigFaultKind.Freeze), ("late", RigFaultKind.Late), ("cut", RigFaultKind.Cut), ("restart-drive", RigFaultKind.RestartDrive)];

    /// <summary>Name on the command line.</summary>
    public string Name => Array.Find(Names, n => n.Kind == Kind).Name;

    /// <summary>The loop does no more cycles, for good or for long enough: the watchdog's relay must drop.</summary>
    public bool StopsTheLoop => Kind is RigFaultKind.Kill or RigFaultKind.Freeze or RigFaultKind.Late;

    /// <summary>Hoists that must stop: all of them, or the one whose drive is restarted.</summary>
    public IEnumerable<int> Hoists(int count) => Enumerable.Range(0, Kind == RigFaultKind.RestartDrive ? 1 : count);

    /// <summary>Reads the command line; null when no fault is asked for.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static RigFault? Of(ParsedArguments arguments)
    {
        string? name = arguments.Value(OperatorVerbTable.Fault), at = arguments.Value(OperatorVerbTable.FaultAt);
        if (name is null)
            return at is null ? null : throw new UsageException(UsageErrors.Combination, $"{OperatorVerbTable.FaultAt} sets the time of a fault, and none is asked for; add {OperatorVerbTable.Fault} KIND");
        int index = Array.FindIndex(Names, n => n.Name == name);
        if (index < 0) throw new UsageException(UsageErrors.BadValue, $"{OperatorVerbTable.Fault} {JsonText.Quote(name)} is unknown; known: {JsonText.Choices(Names.Select(n => n.Name))}");
        return new RigFault(Names[index].Kind, at is null ? DefaultAtS : Number(OperatorVerbTable.FaultAt, at, 0, LongestS));
    }

    /// <summary>A number of an option.</summary>
    /// <exception cref="UsageException">It is none, or lies outside its range.</exception>
    public static double Number(string option, string text, double min, double max)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value >= min && value <= max) return value;
        throw new UsageException(UsageErrors.BadValue, $"{option} {JsonText.Quote(text)} is not allowed; allowed: seconds from {JsonText.Number(min)} to {JsonText.Number(max)}");
    }
}
