using Gravistore.Console.Live;

namespace Gravistore.Console;

/// <summary>Everything outside that the program touches, so that tests can stand in for it.</summary>
public sealed record Surroundings
{
    public required TextWriter Output { get; init; }
    public required TextWriter Error { get; init; }
    /// <summary>Where commands come from that are asked for while the program runs.</summary>
    public TextReader Input { get; init; } = TextReader.Null;
    /// <summary>The error stream is a terminal on which a line can be drawn over.</summary>
    public required bool ErrorIsTerminal { get; init; }
    /// <summary>What the terminal behind the error stream can show; null when nothing is to be drawn on it but lines.</summary>
    public TerminalTraits? Terminal { get; init; }
    /// <summary>Folder of the project with its config folder; null when it was not found.</summary>
    public required string? Root { get; init; }
    /// <summary>Internal faults show where they happened.</summary>
    public bool ShowStackTraces { get; init; }
    /// <summary>Set when the user interrupts the program.</summary>
    public CancellationToken Interrupted { get; init; }
}
