using Gravistore.DryRun;
using Gravistore.DryRun.Results;
using Gravistore.DryRun.Rig;

namespace Gravistore.Console.Rig;

/// <summary>Runs the dry run of the scenario that a rig has played, and holds the two against each other.</summary>
internal static class DryComparison
{
    private const int RowMs = 10;

    public static RigAgreement Of(RigRun run, CancellationToken interrupted)
    {
        using StringWriter csv = new();
        DryRunRequest request = run.Request with { Csv = new TraceCsv(csv, RowMs, run.Request.Plant.HoistCount) };
        DryRunner.Run(request, null, interrupted);
        return RigAgreement.Of(run, csv.ToString());
    }
}
