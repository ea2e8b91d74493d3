using Gravistore.Charts;

namespace Gravistore.DryRun.Report;

/// <summary>The first seconds after a set point that changed at once, seen closely.</summary>
internal sealed class StepAnswer
{
    /// <summary>Seen from before the step until after it [s].</summary>
    public const double BeforeS = 1, AfterS = 12;
    private const int Buckets = 1024;

    public StepAnswer(double stepS, double fromKW, double toKW)
    {
        StepS = stepS;
        FromKW = fromKW;
        ToKW = toKW;
        AskedKW = new MinMaxTrace(Buckets, -BeforeS, 0.01);
        GivenKW = new MinMaxTrace(Buckets, -BeforeS, 0.01);
    }

    public double StepS { get; }
    public double FromKW { get; }
    public double ToKW { get; }
    /// <summary>Size and direction of the step [kW].</summary>
    public double SizeKW => ToKW - FromKW;
    /// <summary>Times count from the step on.</summary>
    public MinMaxTrace AskedKW { get; }
    public MinMaxTrace GivenKW { get; }
    /// <summary>Time after the step that was recorded [s].</summary>
    public double SeenS { get; private set; }

    /// <summary>A cycle of the run; those outside of the window are left out.</summary>
    public void Add(double timeS, double askedKW, double givenKW)
    {
        double sinceS = timeS - StepS;
        if (sinceS < -BeforeS || sinceS > AfterS) return;
        SeenS = Math.Max(SeenS, sinceS);
        AskedKW.Add(sinceS, askedKW);
        GivenKW.Add(sinceS, givenKW);
    }
}
