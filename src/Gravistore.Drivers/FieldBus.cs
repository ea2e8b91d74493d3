using System.Diagnostics;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Devices;
using Gravistore.Drivers.Checks;
using Gravistore.Drivers.Links;
using Gravistore.Drivers.Native;
using Gravistore.Drivers.Pins;
using Gravistore.Drivers.Ports;
using Gravistore.Drivers.Simulated;

namespace Gravistore.Drivers;

/// <summary>
/// The field of a plant: every device on its link, each link with a thread of its own. The loop takes the newest images and sends outputs without
/// ever waiting; images of a link that does not answer grow old, and a loop that does not send is silence on every wire.
/// </summary>
public sealed class FieldBus : IDisposable
{
    private readonly FieldCodecs _codecs;
    private readonly CycleGate _gate = new();
    private readonly FindingSink _findings = new();
    private readonly CountdownEvent _checked;
    private readonly HoistField[] _hoists;
    private readonly PlantField _plant;
    private readonly FieldLink[] _links;
    private readonly LocalIo? _local;
    private bool _started;

    private FieldBus(PlantParameters plant, FieldLinks links, Func<long> clockNs, LocalIo? local, int priority)
    {
        _codecs = new FieldCodecs(plant);
        _local = local;
        _plant = new PlantField(plant, links, _codecs, local);
        _hoists = new HoistField[plant.HoistCount];
        for (int i = 0; i < _hoists.Length; i++) _hoists[i] = new HoistField(plant, links, _codecs, i, local);
        DevicePort[] ports = [.. _plant.Ports, .. _hoists.SelectMany(h => h.Ports)];
        IGrouping<string, DevicePort>[] groups = [.. ports.GroupBy(p => p.Device.Address)];
        _checked = new CountdownEvent(groups.Length);
        _links = [.. groups.Select(g => new FieldLink(links, [.. g], _gate, _findings, _checked, clockNs, priority))];
    }

    /// <summary>What every link did since the start.</summary>
    public IReadOnlyList<LinkStatistics> Statistics => [.. _links.Select(l => l.Statistics), .. _local?.Statistics ?? []];

    /// <summary>Counts anew from here on, on every link.</summary>
    public void RestartStatistics()
    {
        foreach (FieldLink link in _links) link.RestartStatistics();
        _local?.RestartStatistics();
    }

    /// <summary>Prepares the field; nothing is opened before <see cref="Start"/>.</summary>
    /// <param name="plant">The plant as the controller believes it to be.</param>
    /// <param name="links">Where its devices answer, checked against the plant.</param>
    /// <param name="wiring">What comes over the controller's own lines and boards, checked against the plant, and is not asked of Modbus modules; null = nothing does.</param>
    /// <param name="ioSocket">Path of a simulator's I/O socket; null = this machine's own lines and buses.</param>
    /// <param name="clockNs">Monotonic time [ns], the same as the loop's; null = CLOCK_MONOTONIC.</param>
    /// <param name="priority">SCHED_FIFO priority of the links' threads; 0 = ordinary threads.</param>
    /// <exception cref="ArgumentException">A device profile cannot work, or the links lack a device.</exception>
    public static FieldBus Open(PlantParameters plant, FieldLinks links, FieldWiring? wiring = null, string? ioSocket = null, Func<long>? clockNs = null, int priority = 0)
    {
        Func<long> clock = clockNs ?? MonotonicNs;
        if (wiring is null) return new FieldBus(plant, links, clock, null, priority);
        IoAccess access = ioSocket is null ? new LinuxIo() : new SimulatedIo(ioSocket);
        return new FieldBus(plant, links, clock, new LocalIo(wiring, plant.HoistCount, access, clock), priority);
    }

    /// <summary>CLOCK_MONOTONIC [ns].</summary>
    public static long MonotonicNs() => (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

    /// <summary>Opens every link and looks whether every device is what the plant file says. Only reads: nothing moves, no brake lifts.</summary>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="FieldException">A device is not there or not what the plant file says; all of them are named.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Start(CancellationToken cancellation)
    {
        if (_started) throw new InvalidOperationException("the field was started already");
        _started = true;
        _local?.Start(cancellation);
        foreach (FieldLink link in _links) link.Start();
        _checked.Wait(cancellation);
        IReadOnlyList<FieldFinding> findings = _findings.All();
        if (findings.Count > 0) throw new FieldException(findings);
    }

    /// <summary>Fills the images with what was received last, and their ages. Never waits, allocates nothing.</summary>
    /// <param name="input">The controller's input.</param>
    /// <param name="nowNs">Monotonic time [ns].</param>
    public void Take(CycleInput input, long nowNs)
    {
        _local?.Sample(nowNs);
        _plant.Take(ref input.Plant, nowNs);
        for (int i = 0; i < _hoists.Length; i++) _hoists[i].Take(ref input.Hoists[i], nowNs);
    }

    /// <summary>Hands the outputs to the links, which send them at once. Never waits, allocates nothing.</summary>
    /// <param name="result">The controller's result.</param>
    /// <param name="nowNs">Monotonic time [ns].</param>
    public void Send(CycleResult result, long nowNs)
    {
        _plant.Send(result.Plant, nowNs);
        for (int i = 0; i < _hoists.Length; i++) _hoists[i].Send(result.Hoists[i], nowNs);
        _gate.Open();
    }

    /// <summary>Ends all links; connections are reset.</summary>
    public void Dispose()
    {
        foreach (FieldLink link in _links) link.Stop();
        foreach (FieldLink link in _links) link.Join();
        _local?.Dispose();
        _gate.Dispose();
        _checked.Dispose();
    }
}
