using System.Text.RegularExpressions;

namespace Gravistore.Console.Tests.Refusals;

/// <summary>Damaged plants, true plants and scenarios: each is refused with an error that names the right path, or runs because it is still sound.</summary>
public sealed partial class DamageTests
{
    private const int Variants = 240;
    /// <summary>Waits for the plant to become ready, arms it and ends: long enough to build and move everything.</summary>
    private const string Short = """
        { "schema": "gravistore-scenario/1", "name": "short", "title": "Arms and ends.", "initial": { "stateOfChargePercent": 50 },
          "steps": [ { "action": "arm" }, { "afterS": 1, "action": "end" } ], "end": { "maxSeconds": 8, "expectedSeconds": 4 } }
        """;

    private static readonly string[] Files = [.. ((string[])["plants", "scenarios"]).SelectMany(folder => Directory.GetFiles(Path.Combine(ConsoleRig.Root, "config", folder))).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_damaged_file_is_refused_at_the_right_place_or_runs()
    {
        int refused = 0;
        List<string> wrong = [];
        for (int seed = 0; seed < Variants; seed++)
            if (IsRefused(seed, wrong)) refused++;
        Assert.Empty(wrong);
        // Doubled, misspelt and cut texts alone are more than a third: had fewer been refused, nothing was tested.
        Assert.InRange(refused, Variants / 3, Variants - 1);
    }

    private static bool IsRefused(int seed, List<string> wrong)
    {
        string file = Files[seed / 8 % Files.Length];
        (byte[] text, string what, string path, string name) = Damage.Of(File.ReadAllBytes(file), seed);
        string story = $"seed {seed}, {Path.GetFileName(file)}: {what}";
        using ConsoleRig rig = new();
        string damaged = Write(rig, file, text);
        int code = rig.Run("config", "check", damaged);
        bool good = code == ExitCode.Good ? Runs(rig, damaged) : code == ExitCode.Refused && NamesThePlace(rig.Error, path, name);
        if (!good) wrong.Add($"{story}: exit code {code}: {rig.Error}");
        return code == ExitCode.Refused;
    }

    // Scenarios name series relative to themselves.
    private static string Write(ConsoleRig rig, string file, byte[] text)
    {
        string folder = Directory.CreateDirectory(Path.Combine(rig.Folder, "scenarios")).FullName;
        if (!Directory.Exists(Path.Combine(rig.Folder, "traces"))) Directory.CreateSymbolicLink(Path.Combine(rig.Folder, "traces"), Path.Combine(ConsoleRig.Root, "config", "traces"));
        string path = Path.Combine(folder, Path.GetFileName(file));
        File.WriteAllBytes(path, text);
        return path;
    }

    private static bool Runs(ConsoleRig rig, string damaged)
    {
        string name = Path.GetFileName(damaged), shortRun = rig.Write("short.json", Short);
        string plants = Path.Combine(ConsoleRig.Root, "config", "plants");
        string[] args = name switch
        {
            _ when name.EndsWith(".sim.json", StringComparison.Ordinal) => ["dryrun", shortRun, "--plant", Path.Combine(plants, name.Replace(".sim", "")), "--sim", damaged],
            _ when File.Exists(Path.Combine(plants, name)) => ["dryrun", shortRun, "--plant", damaged, "--sim", Path.Combine(plants, name.Replace(".json", ".sim.json"))],
            _ => ["dryrun", damaged, "--set", "scenario.end.maxSeconds=4"],
        };
        int code = rig.Run(args);
        return code is ExitCode.Good or ExitCode.RunFailed or ExitCode.Refused && !rig.Error.Contains("   at ", StringComparison.Ordinal);
    }

    // What the text itself shows is told at its key, or at the object that a key is missing from. What only shows in the physics is told where the numbers meet.
    private static bool NamesThePlace(string error, string path, string name)
    {
        string parent = path.Length > name.Length ? path[..^(name.Length + 1)] : "";
        foreach (Match match in ErrorLine().Matches(error))
        {
            string at = match.Groups["path"].Value;
            if (path.Length == 0 || match.Groups["kind"].Value != "J" || at == path || at.EndsWith("." + name, StringComparison.Ordinal)) return true;
            // Where a whole "source" is gone, each value misses its own.
            if (match.Value.Contains("GS-J029", StringComparison.Ordinal) && at.StartsWith(parent + ".", StringComparison.Ordinal)) return true;
            if (at == parent && match.Value.Contains($"'{name}'", StringComparison.Ordinal)) return true;
        }
        return false;
    }

    [GeneratedRegex(@": error GS-(?<kind>[A-Z])\d{3}( at (?<path>[^:]*))?: .*")]
    private static partial Regex ErrorLine();
}
