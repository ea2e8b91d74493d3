using Gravistore.DryRun.Bench;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Tests.Bench;

/// <summary>Plants that ship, read once.</summary>
internal static class Plants
{
    public static BenchPlant Reference { get; } = BenchPlant.Load(TestRoot.Folder, null, []);
    public static BenchPlant Leith { get; } = BenchPlant.Load(TestRoot.Folder, "leith", []);

    /// <summary>The reference plant standing on its brakes at depths.</summary>
    public static SimPlant Standing(params double[] depthsM) => new(Reference.Truth, Reference.Devices, 1, depthsM);
}
