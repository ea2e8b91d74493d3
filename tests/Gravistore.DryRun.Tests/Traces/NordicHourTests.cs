using Gravistore.DryRun.Traces;
using Gravistore.Json;

namespace Gravistore.DryRun.Tests.Traces;

public sealed class NordicHourTests
{
    private static readonly string Shipped = Path.Combine(TestRoot.Folder, "config", "traces", "nordic-hour.csv");

    /// <summary>GRAVISTORE_WRITE_TRACE=1 writes the file anew instead of comparing it.</summary>
    [Fact]
    public void The_shipped_trace_is_what_its_generator_makes()
    {
        if (Environment.GetEnvironmentVariable("GRAVISTORE_WRITE_TRACE") == "1") File.WriteAllText(Shipped, NordicHourGenerator.Text());
        Assert.Equal(NordicHourGenerator.Text(), File.ReadAllText(Shipped));
    }

    [Fact]
    public void It_looks_like_a_stressed_nordic_hour()
    {
        double[] values = NordicHourGenerator.Values();
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
        Assert.InRange(mean, 49.97, 50.03);
        Assert.InRange(deviation, 0.035, 0.045);
        Assert.InRange(values.Count(v => v < 49.9), 30, 300);
        Assert.InRange(values.Min(), 49.80, 49.88);
        Assert.InRange(values.Max(), 50.04, 50.15);
    }

    [Fact]
    public void It_reads_as_the_series_of_frequency_hour()
    {
        Findings findings = [];
        TraceFormat format = new() { TimeColumn = "t_s", ValueColumn = "f_hz", Kind = TraceKind.Frequency, Interpolation = Interpolation.Linear };
        SampleTrace? trace = TraceFile.Load(Shipped, format, false, findings);
        Assert.Empty(findings);
        Assert.Equal(3600, trace!.LengthS);
    }

    [MeasuredDataFact]
    public void A_measured_hour_reads_the_same_way()
    {
        Findings findings = [];
        TraceFormat format = new() { TimeColumn = "t_s", ValueColumn = "f_hz", Kind = TraceKind.Frequency, Interpolation = Interpolation.Linear };
        Assert.Equal(3600, TraceFile.Load(MeasuredDataFactAttribute.Path, format, false, findings)?.Count);
    }
}
