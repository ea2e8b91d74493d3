using Gravistore.Config;
using Gravistore.Core.Parameters;
using Gravistore.DryRun.Scenarios;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Json;
using SimDevices = Gravistore.FirmwareSim.Firmware.DeviceFiles;

namespace Gravistore.DryRun.Bench;

/// <summary>The plant that a bench runs: what the controller believes, what is true, and its devices.</summary>
public sealed record BenchPlant(PlantParameters Plant, PlantTruth Truth, SimDevices Devices)
{
    /// <summary>The reference plant: the bounds are meant for it.</summary>
    public const string Reference = "pyhasalmi";

    /// <summary>Reads and checks a plant, the truth beside it and its devices.</summary>
    /// <param name="root">Folder of the project.</param>
    /// <param name="given">Name under config/plants or file name; null = the reference plant.</param>
    /// <param name="findings">Receives everything found, warnings too.</param>
    /// <exception cref="UnknownNameException">There is no such plant.</exception>
    /// <exception cref="RefusedException">A file is wrong.</exception>
    public static BenchPlant Load(string root, string? given, Findings findings)
    {
        ConfigFolders folders = new(root);
        string name = given ?? Reference;
        string plantFile = folders.PlantFile(name) ?? throw new UnknownNameException("plant", name, folders.Plants);
        string simFile = ConfigFolders.SimFileOf(plantFile);
        PlantParameters? plant = PlantFile.Load(plantFile, [], findings, folders.Drives);
        PlantTruth truth = DryRunSetup.LoadTruth(simFile, [], findings);
        findings.ThrowIfErrors();
        SimDevices devices = SimDevices.Load(folders.Drives, truth.Devices, findings);
        DryRunSetup.CheckPair(plant!, truth, simFile, findings);
        findings.ThrowIfErrors();
        return new BenchPlant(plant!, truth, devices);
    }

    /// <summary>A run of a scenario on this plant.</summary>
    internal DryRunRequest Run(Scenario scenario, ulong seed) => new() { Plant = Plant, Truth = Truth, Devices = Devices, Scenario = scenario, Seed = seed };
}
