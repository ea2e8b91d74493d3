using System.Runtime.InteropServices;
using Gravistore.Charts;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Report;

/// <summary>How the run is done again, and with which versions it was done.</summary>
internal static class OriginSection
{
    public static void Write(Markup page, ReportView view)
    {
        Page.OpenSection(page, "How to do this run again");
        if (view.Request.Sources is { } sources) page.Leaf("pre", RunCommand.Of(sources));
        page.Leaf("p", $"The same version gives the same state hash, {ResultJson.Hex(view.Result.StateHash)}, on any machine.", ("class", "note"));
        DataTable.Write(page, ["What", "Which"], Rows(view));
        page.Close();
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(ReportView view)
    {
        yield return ["gravistore", view.Result.Version];
        yield return ["runtime", $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"];
        foreach (PackageInfo package in view.Result.Packages) yield return [package.Name, package.Version + (package.StandIn ? ", this project's own stand-in" : "")];
        if (view.Request.Sources is not { } sources) yield break;
        yield return ["scenario", sources.ScenarioFile];
        yield return ["controller's plant", sources.PlantFile];
        yield return ["true plant", sources.SimFile];
    }
}
