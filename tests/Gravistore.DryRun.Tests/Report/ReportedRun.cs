using System.Xml;
using System.Xml.Linq;
using Gravistore.Config;
using Gravistore.DryRun.Report;
using Gravistore.DryRun.Results;
using Gravistore.Json;

namespace Gravistore.DryRun.Tests.Report;

/// <summary>A shipped scenario, run and reported.</summary>
internal sealed class ReportedRun
{
    public ReportedRun(string scenario, params string[] overrides)
    {
        Findings findings = [];
        DryRunOptions options = new() { Root = TestRoot.Folder, Scenario = scenario, Overrides = [.. overrides.Select(o => Override.Parse(o, findings)!)] };
        DryRunRequest request = DryRunSetup.Load(options, findings);
        Parameters = ParameterComparison.Read(request.Sources!);
        Request = request with { Record = new RunRecord(request.Plant) };
        Result = DryRunner.Run(Request);
        Html = ReportPage.Write(Request, Result, Parameters);
    }

    public DryRunRequest Request { get; }
    public DryRunResult Result { get; }
    public ParameterComparison Parameters { get; }
    public string Html { get; }

    /// <summary>Reads a report as XML; fails where it is not well-formed.</summary>
    public static XDocument Parse(string html)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null });
        return XDocument.Load(reader);
    }
}
