using System.Globalization;
using System.Text;
using Gravistore.Config;

namespace Gravistore.DryRun.Report;

/// <summary>The command that does a run again, ready for a shell.</summary>
public static class RunCommand
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+@%";

    /// <summary>The command with every option that changes the run.</summary>
    public static string Of(RunSources sources)
    {
        DryRunOptions options = sources.Options;
        StringBuilder command = new($"./gravistore dryrun {Quote(options.Scenario)}");
        if (options.Plant is { } plant) command.Append(" --plant ").Append(Quote(plant));
        if (options.Sim is { } sim) command.Append(" --sim ").Append(Quote(sim));
        command.Append(CultureInfo.InvariantCulture, $" --seed {options.Seed}");
        foreach (Override one in options.Overrides) command.Append(" --set ").Append(Quote($"{one.Scope}.{one.Path}={one.Value}"));
        return command.ToString();
    }

    private static string Quote(string text) =>
        text.Length > 0 && text.All(c => Plain.Contains(c, StringComparison.Ordinal)) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
