using Gravistore.DryRun;
using Gravistore.DryRun.Report;
using Gravistore.DryRun.Results;

namespace Gravistore.Console.Output;

/// <summary>The report of a run: what it needs is read and prepared before the run, and it is written after it.</summary>
internal sealed class ReportFile
{
    private readonly string _path;
    private readonly ParameterComparison _parameters;

    /// <param name="path">The report's file, for people.</param>
    /// <param name="request">The run; from now on it is recorded.</param>
    public ReportFile(string path, ref DryRunRequest request)
    {
        _path = path;
        _parameters = request.Sources is { } sources ? ParameterComparison.Read(sources) : ParameterComparison.None;
        request = request with { Record = new RunRecord(request.Plant) };
    }

    /// <summary>The report's text.</summary>
    public string Write(DryRunRequest request, DryRunResult result) => ReportPage.Write(request, result, _parameters);

    /// <summary>Tells where the report is.</summary>
    public void SayWhere(TextWriter output) => output.WriteLine($"report: {Path.GetFullPath(_path)}");
}
