using System.Globalization;
using Gravistore.Json;

namespace Gravistore.Simulator;

/// <summary>The command line.</summary>
internal sealed record SimulatorOptions
{
    public const string Help = """
        gravistore-sim PLANT [OPTIONS]   serves the field devices of a simulated plant over Modbus TCP and RTU, in wall-clock time, until SIGTERM

          PLANT                name of a plant under config/plants, or a .sim.json file
          --links FILE         where each device is served; default config/links/PLANT-local.json
          --depths A,B,...     depth of each weight at the start, m; or
          --soc PERCENT        state of charge, 0 to 100, all weights at one depth; default 50
          --spread M           with --soc: depths from so much above to so much below
          --seed N             seed of all chance; default 1
          --seconds N          end by itself after so long
          --truth FILE.csv     what is true, a row every 10 ms
          --script FILE        commands with their times; docs/wire.md
          --control SOCKET     Unix socket that takes the same commands while the plant runs
          --ready-file FILE    written when everything is served
          --wiring FILE        serve lines and boards of this wiring besides; with --io-socket or --gpio
          --io-socket SOCKET   Unix socket on which they are served; docs/lines.md
          --gpio LABEL         drive and read the GPIO chip of this label, line by line the mirror of the controller's; docs/lines.md
          --wire-timing        on RS-485 lines bytes take their time, as at the line's rate
          --real-time          ask Linux for real time (SCHED_FIFO 60), so that other programs do not hold the plant up
          --direct             leave the wire out: less latency, no faults on the wire

        Exit codes: 0 good, 2 wrong usage, 3 bad file, 4 an address is taken or a file cannot be written.

        """;

    private static readonly string[] Flags = ["--direct", "--wire-timing", "--real-time"];
    private static readonly string[] WithValue = ["--links", "--depths", "--soc", "--spread", "--seed", "--seconds", "--truth", "--script", "--control", "--ready-file", "--wiring", "--io-socket", "--gpio"];

    public string Plant { get; private init; } = "";
    public string? Links { get; private init; }
    public IReadOnlyList<double>? DepthsM { get; private init; }
    public double StateOfChargePercent { get; private init; } = 50;
    public double SpreadM { get; private init; }
    public ulong Seed { get; private init; } = 1;
    public double? Seconds { get; private init; }
    public string? Truth { get; private init; }
    public string? Script { get; private init; }
    public string? Control { get; private init; }
    public string? ReadyFile { get; private init; }
    public string? Wiring { get; private init; }
    public string? IoSocket { get; private init; }
    public string? Gpio { get; private init; }
    public bool Direct { get; private init; }
    public bool WireTiming { get; private init; }
    public bool RealTime { get; private init; }

    /// <summary>Reads the command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="findings">Receives what is wrong.</param>
    public static SimulatorOptions Parse(IReadOnlyList<string> args, Findings findings)
    {
        Dictionary<string, string> given = [];
        List<string> plants = [];
        for (int i = 0; i < args.Count; i++)
        {
            bool takes = WithValue.Contains(args[i]);
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) plants.Add(args[i]);
            else if (!takes && !Flags.Contains(args[i])) Wrong(findings, args[i], $"unknown option; {NearestMatch.Question(args[i], [.. WithValue, .. Flags], "see --help")}");
            else if (takes && i + 1 == args.Count) Wrong(findings, args[i], "the value is missing");
            else if (!given.TryAdd(args[i], takes ? args[++i] : "")) Wrong(findings, args[takes ? i - 1 : i], "given twice");
        }
        bool socket = given.ContainsKey("--io-socket"), gpio = given.ContainsKey("--gpio");
        if (given.ContainsKey("--wiring") != (socket || gpio)) Wrong(findings, "--wiring", "lines and boards need --wiring FILE, and --io-socket SOCKET or --gpio LABEL");
        if (socket && gpio) Wrong(findings, "--gpio", "lines are served on a socket or on real lines, not on both");
        if (plants.Count != 1) Wrong(findings, "PLANT", plants.Count == 0 ? "no plant is named" : "more than one plant is named");
        return Read(plants.FirstOrDefault() ?? "", given, findings);
    }

    private static SimulatorOptions Read(string plant, Dictionary<string, string> given, Findings findings) => new()
    {
        Plant = plant,
        Links = given.GetValueOrDefault("--links"),
        DepthsM = given.TryGetValue("--depths", out string? depths) ? [.. depths.Split(',').Select(d => Number("--depths", d, 0, 10_000, findings))] : null,
        StateOfChargePercent = Number("--soc", given.GetValueOrDefault("--soc", "50"), 0, 100, findings),
        SpreadM = Number("--spread", given.GetValueOrDefault("--spread", "0"), 0, 10_000, findings),
        Seed = (ulong)Number("--seed", given.GetValueOrDefault("--seed", "1"), 0, 1e15, findings),
        Seconds = given.TryGetValue("--seconds", out string? seconds) ? Number("--seconds", seconds, 0.01, 1e7, findings) : null,
        Truth = given.GetValueOrDefault("--truth"),
        Script = given.GetValueOrDefault("--script"),
        Control = given.GetValueOrDefault("--control"),
        ReadyFile = given.GetValueOrDefault("--ready-file"),
        Wiring = given.GetValueOrDefault("--wiring"),
        IoSocket = given.GetValueOrDefault("--io-socket"),
        Gpio = given.GetValueOrDefault("--gpio"),
        Direct = given.ContainsKey("--direct"),
        WireTiming = given.ContainsKey("--wire-timing"),
        RealTime = given.ContainsKey("--real-time"),
    };

    private static double Number(string option, string text, double low, double high, Findings findings)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= low && value <= high) return value;
        findings.Error(SimulatorErrors.BadValue, option, $"{JsonText.Quote(text)} is no number in range", $"{JsonText.Number(low)} to {JsonText.Number(high)}");
        return low;
    }

    private static void Wrong(Findings findings, string option, string message) => findings.Error(SimulatorErrors.Usage, option, message);
}
