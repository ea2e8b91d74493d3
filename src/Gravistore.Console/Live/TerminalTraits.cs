namespace Gravistore.Console.Live;

/// <summary>What the terminal can show.</summary>
public sealed record TerminalTraits
{
    /// <summary>Colours are wanted (NO_COLOR is not set).</summary>
    public required bool Colour { get; init; }
    /// <summary>Characters beyond ASCII arrive.</summary>
    public required bool Utf8 { get; init; }
    /// <summary>Columns and rows of the window, asked for anew before each picture.</summary>
    public required Func<(int Width, int Height)> Size { get; init; }

    /// <summary>The terminal that an environment describes; null when nothing can be drawn on it.</summary>
    /// <param name="variable">Value of an environment variable.</param>
    /// <param name="isTerminal">The stream leads to a terminal.</param>
    /// <param name="size">Columns and rows of its window.</param>
    public static TerminalTraits? Detect(Func<string, string?> variable, bool isTerminal, Func<(int Width, int Height)> size)
    {
        if (!isTerminal || variable("TERM") is null or "" or "dumb") return null;
        return new TerminalTraits { Colour = string.IsNullOrEmpty(variable("NO_COLOR")), Utf8 = IsUtf8(variable), Size = size };
    }

    // The first that is set decides, as for every program that asks for the locale.
    private static bool IsUtf8(Func<string, string?> variable)
    {
        string[] set = [.. ((string[])["LC_ALL", "LC_CTYPE", "LANG"]).Select(n => variable(n) ?? "").Where(v => v.Length > 0)];
        return set.Length > 0 && set[0].Replace("-", "").Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
