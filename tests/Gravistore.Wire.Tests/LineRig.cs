using Gravistore.Config;
using Gravistore.Core.Parameters;
using Gravistore.Json;
using Gravistore.Simulator;

namespace Gravistore.Wire.Tests;

/// <summary>A rig whose drives are on RS-485 lines, as a shipped links file says, with ports of its own in a folder of its own.</summary>
internal static class LineRig
{
    /// <summary>Makes one.</summary>
    /// <param name="folder">Where the ports are.</param>
    /// <param name="plant">Plant with a links file PLANT-local.</param>
    /// <param name="timed">Bytes take their time.</param>
    /// <param name="change">Changes every line; null = as shipped.</param>
    public static FieldRig Make(string folder, string plant = "leith-rtu", bool timed = true, Func<SerialBus, SerialBus>? change = null)
    {
        FieldLinks shipped = Load(plant);
        SerialBus[] buses = [.. shipped.Buses.Select(b => (change?.Invoke(b) ?? b) with { Path = Path.Combine(folder, b.Name) })];
        FieldDevice[] devices = [.. shipped.Devices.Select(d => d with { Bus = Array.Find(buses, b => b.Name == d.Bus?.Name) })];
        SimBus[] lines = [.. buses.Select(b => new SimBus(b.Name, b.Path, b.Baud, 1000 * b.TurnaroundS) { Echo = b.Echo })];
        SimulationSetup setup = FieldRig.Setup(plant) with { WireTiming = timed, Links = [.. devices.Select(d => Served(d, lines))] };
        return new FieldRig(FieldRig.LoadPlant(plant), setup, s => shipped with
        {
            Buses = buses,
            Devices = [.. devices.Select(d => d.Bus is null ? d with { Port = s.Links.Single(l => l.Name == d.Name).Port } : d)],
        });
    }

    private static FieldLinks Load(string plant)
    {
        Findings findings = [];
        FieldLinks? links = LinksFile.Load(Path.Combine(FieldRig.Root, "config", "links", plant + "-local.json"), FieldRig.LoadPlant(plant), findings);
        findings.ThrowIfErrors();
        return links!;
    }

    private static SimLink Served(FieldDevice device, SimBus[] lines) =>
        new(device.Name, Enum.Parse<SimDeviceKind>(device.Kind.ToString()), device.Hoist, device.Host, 0, (byte)device.Unit) { Bus = Array.Find(lines, l => l.Name == device.Bus?.Name) };
}
