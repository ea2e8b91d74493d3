using System.Globalization;
using Gravistore.Charts;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Report;

/// <summary>What the sections of a report have in common.</summary>
internal sealed class ReportView
{
    public ReportView(DryRunRequest request, DryRunResult result, RunRecord record, ParameterComparison parameters)
    {
        Request = request;
        Result = result;
        Record = record;
        Parameters = parameters;
        EndS = Math.Max(record.EndS, 1e-3);
        Time = TimeAxis.Of(0, EndS);
        CardTime = TimeAxis.Of(0, EndS, 5);
        Markers = [.. record.Steps.Skip(1).Select((step, i) => new Marker(step.TimeS, (i + 1).ToString(CultureInfo.InvariantCulture)))];
    }

    public DryRunRequest Request { get; }
    public DryRunResult Result { get; }
    public RunRecord Record { get; }
    public ParameterComparison Parameters { get; }
    public double EndS { get; }
    /// <summary>Time axis of plots as wide as the page, and of those beside each other.</summary>
    public Axis Time { get; }
    public Axis CardTime { get; }
    /// <summary>Steps of the scenario by their number; the list under the first plot explains them.</summary>
    public IReadOnlyList<Marker> Markers { get; }

    /// <summary>Hoist as plots and tables name it.</summary>
    public static string Hoist(int hoist) => hoist < 0 ? "plant" : string.Create(CultureInfo.InvariantCulture, $"H{hoist + 1}");

    /// <summary>A time as tables show it [s].</summary>
    public static string Seconds(double timeS) => Figures.Fixed(timeS, 2);
}
