using Gravistore.FirmwareSim.Firmware;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Json;
using Gravistore.Simulator.Control;
using Gravistore.Simulator.Io;

namespace Gravistore.Simulator;

/// <summary>Reads and checks all files that a command line names.</summary>
internal static class SetupReader
{
    private const string SimExtension = ".sim.json";

    /// <summary>The setup; of no use when there is an error.</summary>
    public static SimulationSetup Load(SimulatorOptions options, Findings findings)
    {
        string config = ConfigPlace.FolderOf(FindRoot());
        string plantFile = File.Exists(options.Plant) ? options.Plant : Path.Combine(config, "plants", options.Plant + SimExtension);
        PlantTruth truth = PlantTruthFile.Read(JsonNode.Load(plantFile, findings), findings);
        findings.ThrowIfErrors();
        DeviceFiles devices = DeviceFiles.Load(Path.Combine(config, "drives"), truth.Devices, findings);
        IReadOnlyList<SimLink> links = LinkFileReader.Load(options.Links ?? Path.Combine(config, "links", truth.Name + "-local.json"), truth.HoistCount, findings);
        SimWiring? wiring = options.Wiring is { } wired ? WiringFileReader.Load(wired, truth.HoistCount, findings) : null;
        if (options.Gpio is not null && wiring is { Boards.Count: > 0 })
            findings.Error(SimulatorErrors.Wiring, options.Wiring!, "it has boards, and --gpio drives lines alone", "a wiring file without boards, such as config/wiring/leith-bench.json");
        findings.ThrowIfErrors();
        SimulationSetup setup = new()
        {
            Truth = truth,
            Devices = devices,
            Links = links,
            Seed = options.Seed,
            DepthsM = Depths(options, truth, findings),
            Script = options.Script is { } script ? ScriptFile.Load(script, CommandLine.Of(links, !options.Direct, wiring), findings) : [],
            Direct = options.Direct,
            WireTiming = options.WireTiming,
            Wiring = wiring,
            IoSocket = options.IoSocket ?? "",
        };
        findings.ThrowIfErrors();
        return setup;
    }

    private static IReadOnlyList<double> Depths(SimulatorOptions options, PlantTruth truth, Findings findings)
    {
        if (options.DepthsM is not { } given) return StartDepths.AtCharge(truth, options.StateOfChargePercent, options.SpreadM);
        if (given.Count != truth.HoistCount)
            findings.Error(SimulatorErrors.BadValue, "--depths", $"{given.Count} depths for {truth.HoistCount} hoists", $"{truth.HoistCount} depths");
        double deepestM = truth.Shaft.LowerLandingDepthM;
        if (given.Any(d => !(d > 0 && d <= deepestM)))
            findings.Error(SimulatorErrors.BadValue, "--depths", "a weight hangs outside its stroke", $"{JsonText.Number(truth.Shaft.UpperLandingDepthM)} to {JsonText.Number(deepestM, "m")}");
        return given;
    }

    // Named by the launcher, where the package put it, or a folder above the working folder or the program.
    private static string FindRoot()
    {
        if (Environment.GetEnvironmentVariable(ConfigPlace.Variable) is { Length: > 0 } named) return named;
        if (ConfigPlace.Installed(AppContext.BaseDirectory) is { } installed) return installed;
        foreach (string from in (string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory])
            for (DirectoryInfo? folder = new(from); folder is not null; folder = folder.Parent)
                if (Directory.Exists(Path.Combine(folder.FullName, "config", "plants"))) return folder.FullName;
        return Directory.GetCurrentDirectory();
    }
}
