namespace Gravistore.Controller.Startup;

/// <summary>Exit codes of gravistored, with the meaning that gravistore gives them.</summary>
internal static class ExitCode
{
    /// <summary>Stopped as asked: weights at rest on their brakes, journal written.</summary>
    public const int Good = 0;
    /// <summary>Stopped as asked, but a hoist did not report its brakes set in time.</summary>
    public const int NotAtRest = 1;
    public const int WrongUsage = 2;
    /// <summary>Not started: configuration, field, journal, socket or real time.</summary>
    public const int Refused = 3;
    /// <summary>The loop failed; the outputs have expired and the devices brake.</summary>
    public const int InternalFault = 4;

    /// <summary>Codes with their meaning, for the help text, the manual and docs/deployment.md.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Good, "stopped as asked, weights at rest on their brakes"),
        (NotAtRest, "stopped, but a hoist did not report its brakes set"),
        (WrongUsage, "wrong usage"),
        (Refused, "not started: configuration, field, journal, socket or real time"),
        (InternalFault, "the loop failed, the devices brake by themselves"),
    ];
}
