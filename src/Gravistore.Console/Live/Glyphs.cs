namespace Gravistore.Console.Live;

/// <summary>Characters that the picture is made of.</summary>
internal sealed record Glyphs
{
    /// <summary>Plots in dots of 2 by 4 to a cell; else in whole cells.</summary>
    public required bool Braille { get; init; }
    /// <summary>Letters beyond ASCII may be shown.</summary>
    public required bool Letters { get; init; }
    public required char Rope { get; init; }
    /// <summary>A weight in the upper half of a cell, and in the lower.</summary>
    public required char WeightHigh { get; init; }
    public required char WeightLow { get; init; }
    public required char Landing { get; init; }
    public required char Overtravel { get; init; }
    /// <summary>A landing and its overtravel in the same row.</summary>
    public required char Both { get; init; }
    public required char Floor { get; init; }
    public required char Asked { get; init; }
    public required char AskedSteep { get; init; }
    public required char Given { get; init; }
    public required char Zero { get; init; }
    public required char Full { get; init; }
    public required char Empty { get; init; }
    public required char Raising { get; init; }
    public required char Lowering { get; init; }
    public required char Standing { get; init; }
    public required char Rule { get; init; }
    /// <summary>Stands for the rest of a text that is too long.</summary>
    public required char Shortened { get; init; }

    /// <summary>For terminals that show UTF-8.</summary>
    public static Glyphs Unicode { get; } = new()
    {
        Braille = true,
        Letters = true,
        Rope = '│',
        WeightHigh = '▀',
        WeightLow = '▄',
        Landing = '─',
        Overtravel = '═',
        Both = '≡',
        Floor = '▁',
        Asked = '─',
        AskedSteep = '│',
        Given = '⣿',
        Zero = '┈',
        Full = '█',
        Empty = '░',
        Raising = '↑',
        Lowering = '↓',
        Standing = '·',
        Rule = '─',
        Shortened = '…',
    };

    /// <summary>For all others.</summary>
    public static Glyphs Ascii { get; } = new()
    {
        Braille = false,
        Letters = false,
        Rope = '|',
        WeightHigh = '"',
        WeightLow = '_',
        Landing = '-',
        Overtravel = '=',
        Both = '%',
        Floor = '_',
        Asked = '-',
        AskedSteep = ':',
        Given = '#',
        Zero = '.',
        Full = '#',
        Empty = '.',
        Raising = '^',
        Lowering = 'v',
        Standing = '.',
        Rule = '-',
        Shortened = '~',
    };
}
