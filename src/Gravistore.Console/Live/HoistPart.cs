using System.Globalization;
using Gravistore.Core.Modes;
using Gravistore.DryRun;

namespace Gravistore.Console.Live;

/// <summary>The table of hoists: depth, speed, rope force against expected, mode; in several blocks side by side where there is room.</summary>
internal static class HoistPart
{
    /// <summary>Columns of a block with all its figures.</summary>
    public const int BlockWidth = 54;
    private const int Gap = 2;
    private const double Kilo = 1e-3;

    /// <summary>Rows that show all hoists in a width, the heading included.</summary>
    public static int RowsFor(int hoists, int width) => 1 + (hoists + Blocks(width) - 1) / Blocks(width);

    /// <summary>Draws into all of <paramref name="canvas"/>: a heading and at least a row; the last place says how many more do not fit.</summary>
    public static void Draw(Canvas canvas, LiveModel model, Glyphs glyphs)
    {
        int rows = canvas.Height - 1, places = rows * Blocks(canvas.Width), hoists = model.Plant.HoistCount;
        if (rows < 1 || canvas.Width < BlockWidth) return;
        int blocksUsed = Math.Min(Blocks(canvas.Width), (hoists + rows - 1) / rows);
        for (int block = 0; block < blocksUsed; block++) canvas.Write(block * (BlockWidth + Gap), 0, Heading, Ink.Title);
        int shown = hoists <= places ? hoists : places - 1;
        for (int i = 0; i < shown; i++) Write(canvas, i, rows, Row(i, model.Now.Hoists[i]), InkOf(model.Now.Hoists[i].Mode));
        if (shown < hoists) Write(canvas, shown, rows, Fit.Shorten($"   and {hoists - shown} hoists more that do not fit", BlockWidth, glyphs), Ink.Warning);
    }

    private static string Heading { get; } = string.Join(' ', " #", "depth m".PadLeft(8), "speed m/s".PadLeft(9), "rope kN".PadLeft(8), "expected".PadLeft(8), "mode".PadRight(14));

    private static int Blocks(int width) => Math.Max(1, (width + Gap) / (BlockWidth + Gap));

    private static void Write(Canvas canvas, int place, int rows, string text, Ink ink) =>
        canvas.Write(place / rows * (BlockWidth + Gap), 1 + place % rows, text, ink);

    private static string Row(int i, in HoistSnapshot hoist) => string.Join(' ',
        (i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(2),
        Number(hoist.WeightDepthM, 8, "0.00"),
        Number(hoist.SpeedMps, 9, "+0.000;-0.000;0.000"),
        Number(Kilo * hoist.RopeForceN, 8, "0.0"),
        Number(Kilo * hoist.ExpectedRopeForceN, 8, "0.0"),
        hoist.Mode);

    private static string Number(double value, int width, string format) => Fit.Number(value, width, format, "0").PadLeft(width);

    private static Ink InkOf(HoistMode mode) => mode switch
    {
        HoistMode.Tripped => Ink.Trip,
        HoistMode.Stopping => Ink.Warning,
        HoistMode.Parked => Ink.Faint,
        _ => Ink.Plain,
    };
}
