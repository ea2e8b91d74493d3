namespace Gravistore.Charts;

/// <summary>Axes of time. The unit is the one in which people would speak of the span: seconds, minutes or hours.</summary>
public static class TimeAxis
{
    /// <summary>Spans up to this are shown in seconds, up to the next in minutes [s].</summary>
    public const double SecondsUpToS = 180, MinutesUpToS = 3 * 3600;

    /// <summary>Steps between marks [s] that read well in minutes and hours; seconds take 1-2-5.</summary>
    private static readonly double[] MinuteSteps = [30, 60, 120, 300, 600, 900, 1800, 3600];
    private static readonly double[] HourSteps = [1800, 3600, 7200, 3 * 3600, 6 * 3600, 12 * 3600, 24 * 3600, 48 * 3600, 96 * 3600];

    /// <summary>An axis from one time to a later one.</summary>
    /// <param name="fromS">Time at its start [s].</param>
    /// <param name="toS">Time at its end [s].</param>
    /// <param name="intervals">Intervals wanted between marks.</param>
    public static Axis Of(double fromS, double toS, int intervals = 8)
    {
        double spanS = Math.Max(toS - fromS, 1e-3);
        if (spanS <= SecondsUpToS) return Axis.Between(fromS, fromS + spanS, "s", intervals);
        bool minutes = spanS <= MinutesUpToS;
        double unitS = minutes ? 60 : 3600;
        double stepS = StepOf(minutes ? MinuteSteps : HourSteps, spanS / intervals);
        return new Axis(fromS, toS, minutes ? "min" : "h", Marks(fromS, toS, stepS, unitS));
    }

    private static double StepOf(double[] steps, double leastS)
    {
        foreach (double stepS in steps)
            if (stepS >= leastS) return stepS;
        return steps[^1] * Axis.Step(leastS / steps[^1]);
    }

    private static List<Tick> Marks(double fromS, double toS, double stepS, double unitS)
    {
        List<Tick> ticks = [];
        for (long i = (long)Math.Ceiling(fromS / stepS - 1e-9); i * stepS <= toS * (1 + 1e-12) && ticks.Count < Axis.MaxTicks; i++)
            ticks.Add(new Tick(i * stepS, Figures.Short(i * stepS / unitS)));
        return ticks;
    }
}
