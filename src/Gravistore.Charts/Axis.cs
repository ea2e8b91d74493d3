namespace Gravistore.Charts;

/// <summary>A mark on an axis.</summary>
/// <param name="Value">Where, in the axis' quantity.</param>
/// <param name="Label">What is written there.</param>
public readonly record struct Tick(double Value, string Label);

/// <summary>An axis: its ends and its marks at multiples of 1, 2 or 5 times a power of ten.</summary>
/// <param name="Min">Value at its start.</param>
/// <param name="Max">Value at its end, above <paramref name="Min"/>.</param>
/// <param name="Unit">Unit of the labels; empty for pure numbers.</param>
/// <param name="Ticks">Marks in ascending order, all between the ends.</param>
public sealed record Axis(double Min, double Max, string Unit, IReadOnlyList<Tick> Ticks)
{
    /// <summary>Most marks of an axis.</summary>
    public const int MaxTicks = 24;
    /// <summary>Spans below this share of the values' size are widened: doubles cannot tell them apart.</summary>
    private const double LeastSpan = 1e-9;

    /// <summary>Place of a value, 0 at the start and 1 at the end.</summary>
    public double Share(double value) => (value - Min) / (Max - Min);

    /// <summary>An axis of values whose ends are marks themselves.</summary>
    /// <param name="min">Least value to show.</param>
    /// <param name="max">Greatest value to show.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="intervals">Intervals wanted between marks; there are half to twice as many.</param>
    public static Axis Of(double min, double max, string unit, int intervals = 5)
    {
        (min, max) = Widened(min, max);
        double step = Step((max - min) / intervals);
        long first = (long)Math.Floor(min / step + 1e-9), last = (long)Math.Ceiling(max / step - 1e-9);
        return new Axis(first * step, last * step, unit, Marks(first, last, step, 1));
    }

    /// <summary>An axis of values from exactly one end to the other.</summary>
    public static Axis Between(double min, double max, string unit, int intervals = 5, double scale = 1)
    {
        double step = Step((max - min) / scale / intervals);
        return new Axis(min, max, unit, Marks((long)Math.Ceiling(min / scale / step - 1e-9), (long)Math.Floor(max / scale / step + 1e-9), step, scale));
    }

    /// <summary>1, 2 or 5 times a power of ten, at least <paramref name="least"/>.</summary>
    public static double Step(double least)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (double factor in (ReadOnlySpan<double>)[1, 2, 5])
            if (factor * power >= least * (1 - 1e-9)) return factor * power;
        return 10 * power;
    }

    private static Tick[] Marks(long first, long last, double step, double scale)
    {
        int decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 9);
        int count = (int)Math.Clamp(last - first + 1, 0, MaxTicks);
        Tick[] ticks = new Tick[count];
        for (int i = 0; i < count; i++) ticks[i] = new Tick((first + i) * step * scale, Figures.Fixed((first + i) * step, decimals));
        return ticks;
    }

    private static (double Min, double Max) Widened(double min, double max)
    {
        if (!double.IsFinite(min) || !double.IsFinite(max)) return (0, 1);
        double size = Math.Max(Math.Abs(min), Math.Abs(max));
        if (max - min > LeastSpan * size) return (min, max);
        return size == 0 ? (0, 1) : (min - 0.05 * size, max + 0.05 * size);
    }
}
