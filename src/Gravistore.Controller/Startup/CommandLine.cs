using System.Globalization;
using Gravistore.Json;
using Gravistore.Protocol;
using Gravistore.Runtime;

namespace Gravistore.Controller.Startup;

/// <summary>Takes gravistored's command line apart.</summary>
internal static class CommandLine
{
    /// <summary>What --help prints.</summary>
    public static string Help => OptionText + "\nExit codes: " + string.Join("; ", ExitCode.All.Select(c => $"{c.Code} {c.Meaning}")) + ".";

    private const string OptionText = """
        gravistored PLANT.json --links FILE [OPTIONS]     runs the controller of a plant
        gravistored PLANT.json --latency SECONDS          measures how late its loop wakes on this machine

          --links FILE           where every device is
          --wiring FILE          what comes over this machine's own GPIO lines and boards, in place of Modbus modules
          --io-socket PATH       take lines and boards from gravistore-sim at this socket, not from this machine
          --socket PATH          command socket (GRAVISTORE_SOCKET, else gravistore.sock in the user's run-time folder)
          --state DIR            folder with the position journal (STATE_DIRECTORY, else ~/.local/state/gravistore/PLANT)
          --record DIR           keep a flight recording in this folder
          --allow-no-realtime    run although Linux grants no real time: lateness may trip the plant
          --priority N           SCHED_FIFO priority of the loop, 1 to 99 (80)
          --cpu N                processor for the loop (the last one allowed)
          --slips N/M            trip on N cycle slips within M cycles (10/100)
          --latency SECONDS      measure the loop with resting devices in memory, 1 to 3600; with --links for as long again with all links polling
          --json                 print the measurement as one JSON object

        """;

    private static readonly string[] Switches = ["--allow-no-realtime", "--json"];
    private static readonly string[] Values = ["--links", "--wiring", "--io-socket", "--socket", "--state", "--record", "--priority", "--cpu", "--slips", "--latency"];

    /// <exception cref="StartException">It is not understood.</exception>
    public static DaemonOptions Parse(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        Dictionary<string, string> given = [];
        string? plant = null;
        for (int i = 0; i < args.Count; i++)
        {
            string name = args[i];
            if (!name.StartsWith("--", StringComparison.Ordinal) && plant is null) plant = name;
            else if (Switches.Contains(name)) Add(given, name, "");
            else if (Values.Contains(name)) Add(given, name, ++i < args.Count ? args[i] : throw Wrong($"{name} needs a value"));
            else throw Wrong($"{JsonText.Quote(name)} is not understood; known: {JsonText.Choices(Values.Concat(Switches))}; {NearestMatch.Question(name, Values.Concat(Switches), StartErrors.Usage.Cure)}");
        }
        if (plant is null) throw Wrong("no plant file is named");
        return Options(plant, given, environment);
    }

    private static DaemonOptions Options(string plant, Dictionary<string, string> given, Func<string, string?> environment)
    {
        int latencyS = given.ContainsKey("--latency") ? Whole(given, "--latency", 1, 3600, 0) : 0;
        if (latencyS == 0 && !given.ContainsKey("--links")) throw Wrong("--links FILE is missing: it says where every device is");
        if (given.ContainsKey("--io-socket") && !given.ContainsKey("--wiring")) throw Wrong("--io-socket PATH needs --wiring FILE: it says what is wired");
        return new DaemonOptions
        {
            Plant = plant,
            Links = given.GetValueOrDefault("--links"),
            Wiring = given.GetValueOrDefault("--wiring"),
            IoSocket = given.GetValueOrDefault("--io-socket"),
            Socket = given.GetValueOrDefault("--socket") ?? SocketPath.Default(environment),
            State = given.GetValueOrDefault("--state") ?? DefaultState(plant, environment),
            Record = given.GetValueOrDefault("--record"),
            LatencyS = latencyS,
            Json = given.ContainsKey("--json"),
            Loop = Slips(given) with
            {
                Priority = Whole(given, "--priority", 1, 99, 80),
                Processor = Whole(given, "--cpu", 0, 63, -1),
                AllowNoRealTime = given.ContainsKey("--allow-no-realtime"),
            },
        };
    }

    private static ExecutiveOptions Slips(Dictionary<string, string> given)
    {
        ExecutiveOptions options = new();
        if (!given.TryGetValue("--slips", out string? text)) return options;
        string[] parts = text.Split('/');
        if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int window) && limit >= 1 && window is >= 1 and <= 6000)
            return options with { SlipLimit = limit, SlipWindowCycles = window };
        throw Wrong($"--slips {JsonText.Quote(text)} is none; allowed: N/M with N from 1 and M from 1 to 6000 cycles, such as 10/100");
    }

    private static int Whole(Dictionary<string, string> given, string name, int min, int max, int otherwise)
    {
        if (!given.TryGetValue(name, out string? text)) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= min && value <= max) return value;
        throw Wrong($"{name} {JsonText.Quote(text)} is not allowed; allowed: a whole number from {min} to {max}");
    }

    private static void Add(Dictionary<string, string> given, string name, string value)
    {
        if (!given.TryAdd(name, value)) throw Wrong($"{name} is given twice");
    }

    private static string DefaultState(string plant, Func<string, string?> environment) =>
        environment("STATE_DIRECTORY") is { Length: > 0 } state ? state
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state", "gravistore", Path.GetFileNameWithoutExtension(plant));

    private static StartException Wrong(string message) => new(StartErrors.Usage, message);
}
