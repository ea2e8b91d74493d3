namespace Gravistore.Console.CommandLine;

/// <summary>One option of a verb.</summary>
/// <param name="Name">Name with its dashes.</param>
/// <param name="Value">What its value is, in capitals for the help text; empty for an option without one.</param>
/// <param name="Description">What it does.</param>
public sealed record Option(string Name, string Value, string Description)
{
    /// <summary>The option may be given several times.</summary>
    public bool Repeatable { get; init; }
    public bool TakesValue => Value.Length > 0;
}

/// <summary>One verb: what the user types, and what is done.</summary>
/// <param name="Name">One or two words.</param>
/// <param name="Arguments">Arguments as the help text shows them.</param>
/// <param name="Description">What it does, one sentence.</param>
/// <param name="MinArguments">Least number of arguments.</param>
/// <param name="MaxArguments">Greatest number of arguments.</param>
/// <param name="Options">Its options.</param>
/// <param name="Run">Does it; the result is the exit code.</param>
public sealed record Verb(string Name, string Arguments, string Description, int MinArguments, int MaxArguments, IReadOnlyList<Option> Options, Func<Surroundings, ParsedArguments, int> Run)
{
    /// <summary>Verb and arguments in one line.</summary>
    public string Usage => $"gravistore {Name}{(Arguments.Length > 0 ? " " + Arguments : "")}{(Options.Count > 0 ? " [OPTIONS]" : "")}";
}
