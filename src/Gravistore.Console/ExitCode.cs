namespace Gravistore.Console;

/// <summary>Exit codes of the program, the same for every verb.</summary>
public static class ExitCode
{
    public const int Good = 0, RunFailed = 1, WrongUsage = 2, Refused = 3, InternalFault = 4, Interrupted = 130;

    /// <summary>Codes with their meaning, for the help text.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Good, "good"),
        (RunFailed, "the run ended with a trip, a violated invariant or a failed assertion, a bench found a figure beyond its bound, two results differ by more than the tolerance, or a replay differs from its recording"),
        (WrongUsage, "wrong usage: unknown verb, option, scenario or override path"),
        (Refused, "bad configuration, scenario, series or recording; nothing was run or written, but what is sound of a damaged recording is used; or the controller is not there, or refused a command"),
        (InternalFault, "internal fault of the program"),
        (Interrupted, "interrupted; no output file was written"),
    ];
}
