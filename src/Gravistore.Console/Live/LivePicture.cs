namespace Gravistore.Console.Live;

/// <summary>
/// One picture of a run for a given size: header, shaft on the left, plots, charge and table of hoists on the right, events at the bottom. A window
/// that is too small for all of it gets lines of numbers.
/// </summary>
internal static class LivePicture
{
    /// <summary>Least size with a shaft and plots.</summary>
    public const int LeastWidth = 80, LeastHeight = 20;
    /// <summary>Share of the width that the shaft may take.</summary>
    private const double ShaftShare = 0.35;
    private const int Gap = 1;
    /// <summary>Rows of a plot with its heading, at least; and how often the power's is as high as the frequency's.</summary>
    private const int LeastPower = 4, LeastFrequency = 3;
    private const int ChargeRows = 1, FewestEvents = 2, FewestHoists = 3;
    /// <summary>Shares of what is left beyond the least.</summary>
    private const double EventShare = 0.2, PowerShare = 0.7;

    /// <summary>Draws a picture.</summary>
    /// <param name="model">What to show.</param>
    /// <param name="width">Columns, 1 or more.</param>
    /// <param name="height">Rows, 1 or more.</param>
    /// <param name="glyphs">Characters.</param>
    public static Canvas Draw(LiveModel model, int width, int height, Glyphs glyphs)
    {
        Canvas canvas = new(width, height);
        if (width >= LeastWidth && height >= LeastHeight) Full(canvas, model, glyphs);
        else Small(canvas, model, glyphs);
        return canvas;
    }

    private static void Full(Canvas canvas, LiveModel model, Glyphs glyphs)
    {
        Area all = new(0, 0, canvas.Width, canvas.Height);
        HeaderPart.Draw(canvas.Part(all.Top(HeaderPart.Rows)), model, glyphs);
        Area rest = all.Below(HeaderPart.Rows);
        int widest = Math.Min((int)(ShaftShare * canvas.Width), canvas.Width - Gap - HoistPart.BlockWidth);
        int shaftWidth = Math.Min(widest, ShaftPart.WidestFor(model.Plant.HoistCount));
        int rightWidth = canvas.Width - shaftWidth - Gap;
        int hoistRows = HoistPart.RowsFor(model.Plant.HoistCount, rightWidth);
        int events = EventRows(rest.Height, hoistRows);
        Area middle = rest.Top(rest.Height - events);
        ShaftPart.Draw(canvas.Part(middle with { Width = shaftWidth }), model, glyphs);
        Right(canvas.Part(middle with { X = shaftWidth + Gap, Width = rightWidth }), model, glyphs, hoistRows);
        EventPart.Draw(canvas.Part(rest.Below(middle.Height)), model, glyphs);
    }

    private static int EventRows(int height, int hoistRows)
    {
        int spare = height - LeastPower - LeastFrequency - ChargeRows - hoistRows - FewestEvents;
        return FewestEvents + Math.Max(0, (int)(EventShare * spare));
    }

    private static void Right(Canvas canvas, LiveModel model, Glyphs glyphs, int hoistRows)
    {
        int forPlots = Math.Max(LeastPower + LeastFrequency, canvas.Height - ChargeRows - hoistRows);
        forPlots = Math.Min(forPlots, canvas.Height - ChargeRows - FewestHoists);
        int power = LeastPower + (int)Math.Round(PowerShare * (forPlots - LeastPower - LeastFrequency)), frequency = forPlots - power;
        Area all = new(0, 0, canvas.Width, canvas.Height);
        SignalParts.Power(canvas.Part(all.Top(power)), model, glyphs);
        SignalParts.Frequency(canvas.Part(all.Below(power).Top(frequency)), model, glyphs);
        SignalParts.Charge(canvas.Part(all.Below(forPlots).Top(ChargeRows)), model, glyphs);
        HoistPart.Draw(canvas.Part(all.Below(forPlots + ChargeRows)), model, glyphs);
    }

    // Line by line, the most telling first, for as many as there are rows.
    private static void Small(Canvas canvas, LiveModel model, Glyphs glyphs)
    {
        Area rest = new(0, 0, canvas.Width, canvas.Height);
        HeaderPart.Draw(canvas.Part(rest.Top(HeaderPart.Rows)), model, glyphs);
        rest = rest.Below(HeaderPart.Rows);
        foreach (Action<Canvas, LiveModel, Glyphs> line in (ReadOnlySpan<Action<Canvas, LiveModel, Glyphs>>)[SignalParts.Power, SignalParts.Frequency, SignalParts.Charge])
        {
            if (rest.Height == 0) return;
            line(canvas.Part(rest.Top(1)), model, glyphs);
            rest = rest.Below(1);
        }
        int hoists = Math.Min(rest.Height - FewestEvents, HoistPart.RowsFor(model.Plant.HoistCount, canvas.Width));
        if (canvas.Width >= HoistPart.BlockWidth && hoists >= FewestHoists) HoistPart.Draw(canvas.Part(rest.Top(hoists)), model, glyphs);
        else hoists = 0;
        if (rest.Height > hoists) EventPart.Draw(canvas.Part(rest.Below(hoists)), model, glyphs);
    }
}
