namespace Gravistore.Console.Live;

/// <summary>
/// A rolling plot of one signal, with a second one (what was asked) as a line behind it: dots of 2 by 4 to a cell where the terminal has them,
/// whole cells elsewhere. On its left the axis with the bounds.
/// </summary>
internal static class RollingPlot
{
    /// <summary>Columns of the axis.</summary>
    public const int AxisWidth = 7;
    private const int DotsAcross = 2, DotsDown = 4;
    /// <summary>Dots of a Braille character: by column, from the top down.</summary>
    private static readonly int[,] DotBits = { { 0x01, 0x02, 0x04, 0x40 }, { 0x08, 0x10, 0x20, 0x80 } };
    private const char EmptyBraille = '\u2800';

    /// <summary>Draws into all of <paramref name="canvas"/>, which is wider than the axis and at least two rows high.</summary>
    /// <param name="canvas">Receives the plot.</param>
    /// <param name="history">Time and its window.</param>
    /// <param name="given">The signal.</param>
    /// <param name="asked">What was asked; null = nothing.</param>
    /// <param name="range">Bounds of the axis.</param>
    /// <param name="scale">Factor from values to the numbers on the axis.</param>
    /// <param name="ink">Colour of the signal.</param>
    /// <param name="glyphs">Characters.</param>
    public static void Draw(Canvas canvas, RunHistory history, RollingSeries given, RollingSeries? asked, ValueRange range, double scale, Ink ink, Glyphs glyphs)
    {
        Axis(canvas, range, scale, glyphs);
        Canvas field = canvas.Part(new Area(AxisWidth, 0, canvas.Width - AxisWidth, canvas.Height));
        if (glyphs.Braille) Dots(field, history, given, range, ink);
        else Cells(field, history, given, range, ink, glyphs);
        if (asked is not null) Line(field, history, asked, range, glyphs);
        field.Fill(0, field.Width, CellRow(range.Share(range.Origin), field.Height, glyphs), glyphs.Zero, Ink.Faint);
    }

    private static void Axis(Canvas canvas, ValueRange range, double scale, Glyphs glyphs)
    {
        if (range.High > range.Origin) Label(canvas, 0, range.High * scale);
        if (range.Low < range.Origin) Label(canvas, canvas.Height - 1, range.Low * scale);
        int origin = CellRow(range.Share(range.Origin), canvas.Height, glyphs);
        if (canvas.IsFree(AxisWidth - 2, origin)) Label(canvas, origin, range.Origin * scale);
    }

    private static void Label(Canvas canvas, int row, double value) =>
        canvas.Write(0, row, Fit.Number(value, AxisWidth - 1, "0.##", "0.#", "0").PadLeft(AxisWidth - 1), Ink.Faint);

    private static void Dots(Canvas field, RunHistory history, RollingSeries series, ValueRange range, Ink ink)
    {
        int[] bits = new int[field.Width * field.Height];
        TimeAxis axis = new(history, field.Width * DotsAcross);
        for (int column = 0; column < field.Width * DotsAcross; column++)
        {
            if (!axis.TryGet(series, column, out double least, out double greatest)) continue;
            int bottom = Row(range.Share(least), field.Height * DotsDown);
            for (int dot = Row(range.Share(greatest), field.Height * DotsDown); dot <= bottom; dot++)
                bits[dot / DotsDown * field.Width + column / DotsAcross] |= DotBits[column % DotsAcross, dot % DotsDown];
        }
        for (int i = 0; i < bits.Length; i++)
            if (bits[i] != 0) field.Put(i % field.Width, i / field.Width, (char)(EmptyBraille + bits[i]), ink);
    }

    private static void Cells(Canvas field, RunHistory history, RollingSeries series, ValueRange range, Ink ink, Glyphs glyphs)
    {
        TimeAxis axis = new(history, field.Width);
        for (int x = 0; x < field.Width; x++)
        {
            if (!axis.TryGet(series, x, out double least, out double greatest)) continue;
            int bottom = Row(range.Share(least), field.Height);
            for (int y = Row(range.Share(greatest), field.Height); y <= bottom; y++) field.Put(x, y, glyphs.Given, ink);
        }
    }

    // Only where the signal is not: what was asked shows where it was not given.
    private static void Line(Canvas field, RunHistory history, RollingSeries series, ValueRange range, Glyphs glyphs)
    {
        TimeAxis axis = new(history, field.Width);
        for (int x = 0; x < field.Width; x++)
        {
            if (!axis.TryGet(series, x, out double least, out double greatest)) continue;
            int top = CellRow(range.Share(greatest), field.Height, glyphs), bottom = CellRow(range.Share(least), field.Height, glyphs);
            for (int y = top; y <= bottom; y++)
                if (field.IsFree(x, y)) field.Put(x, y, top == bottom ? glyphs.Asked : glyphs.AskedSteep, Ink.Asked);
        }
    }

    // The cell in which the dot of the same value lies.
    private static int CellRow(double share, int rows, Glyphs glyphs) => glyphs.Braille ? Row(share, rows * DotsDown) / DotsDown : Row(share, rows);

    private static int Row(double share, int rows) => Math.Clamp((int)Math.Round((1 - share) * (rows - 1)), 0, rows - 1);
}
