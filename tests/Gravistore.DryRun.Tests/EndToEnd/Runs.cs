using Gravistore.Config;
using Gravistore.DryRun.Loop;
using Gravistore.DryRun.Results;
using Gravistore.Json;

namespace Gravistore.DryRun.Tests.EndToEnd;

/// <summary>Whole runs: files read, controller, codecs, firmware and physics together.</summary>
internal static class Runs
{
    public static DryRunResult Of(string scenario, ulong seed = 1, params string[] overrides) => DryRunner.Run(Load(scenario, seed, overrides));

    /// <summary>A scenario of the test's own, on the plant with a name, watched in every cycle.</summary>
    public static DryRunResult Watched(string text, ICycleProbe probe, params string[] overrides) =>
        WithFile(text, file => DryRunner.Run(Load(file, 1, overrides) with { Probe = probe }));

    /// <summary>A scenario of the test's own, on the plant with a name.</summary>
    public static DryRunResult OfText(string text, ulong seed = 1, params string[] overrides) => WithFile(text, file => Of(file, seed, overrides));

    private static DryRunRequest Load(string scenario, ulong seed, string[] overrides)
    {
        Findings findings = new();
        DryRunOptions options = new()
        {
            Root = TestRoot.Folder,
            Scenario = scenario,
            Seed = seed,
            Overrides = [.. overrides.Select(o => Override.Parse(o, findings)!)],
        };
        return DryRunSetup.Load(options, findings);
    }

    private static DryRunResult WithFile(string text, Func<string, DryRunResult> run)
    {
        string file = Path.Combine(Path.GetTempPath(), $"gravistore-{Guid.NewGuid():N}.json");
        File.WriteAllText(file, text);
        try { return run(file); }
        finally { File.Delete(file); }
    }

    /// <summary>Everything that explains why a run is not what it should be.</summary>
    public static string Story(DryRunResult r) => string.Join("\n",
        [$"{r.Scenario} on {r.Plant}, seed {r.Seed}, ended: {r.End.Reason} {r.End.Failure}",
            .. r.Assertions.Where(a => !a.Passed).Select(a => $"failed: {a.Text}: {a.Value}"),
            .. r.Violations.Select(v => $"violated: {v.Name} x {v.Count} from {v.FirstTimeS} s, hoist {v.Hoist}: {v.Detail}"),
            .. r.Trips.Select(t => $"trip at {t.TimeS} s: {t.Name}, {t.Text}"),
            .. r.Events.TakeLast(10).Select(e => $"{e.TimeS:F2} s hoist {e.Hoist} {e.Name} {e.Value} {e.Limit}")]);
}
