using System.Globalization;
using Gravistore.Json;

namespace Gravistore.Simulator.Control;

/// <summary>Reads a script: a line for each command, the plant's time in seconds before it, times rising; "#" begins a remark.</summary>
internal static class ScriptFile
{
    /// <summary>Most lines; a longer file is a mistake.</summary>
    private const int MaxLines = 10_000;

    /// <summary>Reads a file; what is wrong goes to <paramref name="findings"/>.</summary>
    public static IReadOnlyList<TimedCommand> Load(string path, CommandLine commands, Findings findings)
    {
        string[] lines;
        try
        {
            lines = [.. File.ReadLines(path).Take(MaxLines + 1)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            findings.Error(SimulatorErrors.BadValue, path, $"the script cannot be read: {unreadable.Message}");
            return [];
        }
        if (lines.Length > MaxLines) findings.Error(SimulatorErrors.BadCommand, path, "the script is too long", $"{MaxLines} lines");
        return Read(path, lines, commands, findings);
    }

    private static List<TimedCommand> Read(string path, string[] lines, CommandLine commands, Findings findings)
    {
        List<TimedCommand> script = [];
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Split('#')[0].Trim();
            if (line.Length == 0) continue;
            if (Parse(line, script.Count > 0 ? script[^1].AtMs : 0, commands, out string error) is { } command) script.Add(command);
            else findings.Error(SimulatorErrors.BadCommand, path, error, line: i + 1);
        }
        return script;
    }

    private static TimedCommand? Parse(string line, long afterMs, CommandLine commands, out string error)
    {
        int blank = line.IndexOf(' ');
        error = "";
        if (blank < 0 || !double.TryParse(line[..blank], NumberStyles.Float, CultureInfo.InvariantCulture, out double timeS) || !(timeS >= 0 && timeS <= 1e6))
            error = $"a line is a time in seconds and a command, not {JsonText.Quote(line)}";
        else if (1000 * timeS < afterMs) error = $"the time {JsonText.Number(timeS, "s")} lies before that of the line above";
        if (error.Length > 0) return null;
        CommandLine.Outcome outcome = commands.Parse(line[blank..]);
        error = outcome.Error ?? "";
        return outcome.Command is { } command ? new TimedCommand((long)Math.Round(1000 * double.Parse(line[..blank], NumberStyles.Float, CultureInfo.InvariantCulture)), command) : null;
    }
}
