using Gravistore.FirmwareSim.Firmware;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Simulator.Control;
using Gravistore.Simulator.Io;
using Gravistore.Simulator.Mirror;

namespace Gravistore.Simulator;

/// <summary>All that a simulated field needs, read and checked.</summary>
public sealed record SimulationSetup
{
    /// <summary>What is true of the plant.</summary>
    public required PlantTruth Truth { get; init; }
    public required DeviceFiles Devices { get; init; }
    /// <summary>Where every device is served.</summary>
    public required IReadOnlyList<SimLink> Links { get; init; }
    /// <summary>Depth of each weight at the start [m].</summary>
    public required IReadOnlyList<double> DepthsM { get; init; }
    /// <summary>Seed of all chance.</summary>
    public ulong Seed { get; init; } = 1;
    /// <summary>Receives what is true, a row every 10 ms; null = nobody.</summary>
    public TextWriter? Truths { get; init; }
    /// <summary>What happens when.</summary>
    public IReadOnlyList<TimedCommand> Script { get; init; } = [];
    /// <summary>Leaves the wire out: masters talk to NModbus's servers themselves. Faults on the wire are refused then.</summary>
    public bool Direct { get; init; }
    /// <summary>On RS-485 lines bytes take their time.</summary>
    public bool WireTiming { get; init; }
    /// <summary>Lines and boards that are served besides; null = none.</summary>
    public SimWiring? Wiring { get; init; }
    /// <summary>Unix socket on which they are served; empty = on none.</summary>
    public string IoSocket { get; init; } = "";
    /// <summary>Real lines that mirror those of the wiring; null = none.</summary>
    public MirrorChip? Mirror { get; init; }
}
