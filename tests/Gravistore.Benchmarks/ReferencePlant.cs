using System.Globalization;
using Gravistore.Config;
using Gravistore.Core.Parameters;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Json;
using DeviceFiles = Gravistore.FirmwareSim.Firmware.DeviceFiles;

namespace Gravistore.Benchmarks;

/// <summary>The shipped reference plant with any number of hoists.</summary>
internal static class ReferencePlant
{
    private static readonly string Root = FindRoot();

    public static PlantParameters Believed(int hoists)
    {
        Findings findings = new();
        PlantParameters? plant = PlantFile.Load(Path.Combine(Root, "config", "plants", "pyhasalmi.json"), [Override.Parse(Count("plant", hoists), findings)!], findings);
        findings.ThrowIfErrors();
        return plant!;
    }

    public static SimPlant True(int hoists)
    {
        Findings findings = new();
        string file = Path.Combine(Root, "config", "plants", "pyhasalmi.sim.json");
        JsonNode root = JsonNode.Load(file, findings);
        Override.Apply([Override.Parse(Count("sim", hoists), findings)!], "sim", root, PlantTruthFile.Spec, findings);
        PlantTruth truth = PlantTruthFile.Read(root, findings);
        DeviceFiles devices = DeviceFiles.Load(Path.Combine(Root, "config", "drives"), truth.Devices, findings);
        findings.ThrowIfErrors();
        double[] depths = new double[hoists];
        for (int i = 0; i < hoists; i++) depths[i] = 40 + 450.0 * i / hoists;
        return new SimPlant(truth, devices, 1, depths);
    }

    private static string Count(string scope, int hoists) => string.Create(CultureInfo.InvariantCulture, $"{scope}.hoists.count={hoists}");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Gravistore.sln"))) return folder.FullName;
        throw new InvalidOperationException("the benchmarks run outside of their project");
    }
}
