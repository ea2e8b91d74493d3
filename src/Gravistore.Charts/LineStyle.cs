namespace Gravistore.Charts;

/// <summary>How a line is drawn. Every style differs from the others by its dashes as well as by its colour and its grey.</summary>
/// <param name="Color">Colour, from the palette of Okabe and Ito, which colour-blind eyes can tell apart.</param>
/// <param name="Dashes">Lengths of dash and gap [px]; empty for a full line.</param>
/// <param name="WidthPx">Width [px].</param>
public sealed record LineStyle(string Color, string Dashes, double WidthPx)
{
    public const string Black = "#1a1a1a", Blue = "#0072b2", Vermilion = "#d55e00", Green = "#007a5a", Purple = "#b0568c", Orange = "#c88700", Sky = "#3a94c9", Grey = "#767676";

    /// <summary>What was measured: the line a plot is about.</summary>
    public static LineStyle Measured { get; } = new(Blue, "", 1.5);
    /// <summary>What was asked for or expected.</summary>
    public static LineStyle Wanted { get; } = new(Black, "5 3", 1.1);
    /// <summary>A limit that must not be passed.</summary>
    public static LineStyle Limit { get; } = new(Vermilion, "8 3 2 3", 1.2);
    /// <summary>A limit that warns.</summary>
    public static LineStyle Warning { get; } = new(Orange, "2 3", 1.3);

    private static readonly LineStyle[] Many =
    [
        new(Blue, "", 1.4), new(Vermilion, "7 3", 1.4), new(Green, "2 2", 1.6), new(Purple, "9 3 2 3", 1.4),
        new(Black, "4 2", 1.3), new(Orange, "12 4", 1.5), new(Sky, "1 3", 1.8), new(Grey, "6 2 1 2 1 2", 1.4),
    ];

    /// <summary>Styles for series that are alike; they repeat after eight.</summary>
    public static LineStyle Of(int index) => Many[index % Many.Length];
}
