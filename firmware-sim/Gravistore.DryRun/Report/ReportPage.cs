using Gravistore.Charts;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Report;

/// <summary>The report of a run: one file for the browser, the printer and the archive. The same run gives the same bytes.</summary>
public static class ReportPage
{
    /// <summary>Writes the report.</summary>
    /// <param name="request">What was run; its <see cref="DryRunRequest.Record"/> recorded the run.</param>
    /// <param name="result">What came out.</param>
    /// <param name="parameters">What the controller believed and what was true.</param>
    /// <exception cref="ArgumentException">The run was not recorded.</exception>
    public static string Write(DryRunRequest request, DryRunResult result, ParameterComparison parameters)
    {
        RunRecord record = request.Record ?? throw new ArgumentException("the run was not recorded", nameof(request));
        ReportView view = new(request, result, record, parameters);
        return Page.Write($"{result.Scenario} on {result.Plant}: {(result.Passed ? "passed" : "FAILED")}", page =>
        {
            SummarySection.Write(page, view);
            PowerSection.Write(page, view);
            WeightSection.Write(page, view);
            LossSection.Write(page, view);
            ModeSection.Write(page, view);
            HoistSection.Write(page, view);
            EventSection.Write(page, view);
            ParameterSection.Write(page, view);
            OriginSection.Write(page, view);
        });
    }
}
