using Gravistore.Core.Modes;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun;

/// <summary>What a run looks like at one instant, for whoever shows it: allocated once, sized by the plant, filled anew each time.</summary>
public sealed class RunSnapshot
{
    /// <param name="hoistCount">Hoists of the plant, 1 or more.</param>
    public RunSnapshot(int hoistCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hoistCount, 1);
        Hoists = new HoistSnapshot[hoistCount];
    }

    /// <summary>Simulated time so far [s].</summary>
    public double SimulatedS { get; set; }
    /// <summary>Time on the clock so far [s].</summary>
    public double WallS { get; set; }
    public PlantMode Mode { get; set; }
    /// <summary>Label of the step in force.</summary>
    public string Step { get; set; } = "";
    /// <summary>Power asked for: the set point in force, export positive [W].</summary>
    public double AskedPowerW { get; set; }
    /// <summary>Power given: true net power at the grid over the last cycle, export positive [W].</summary>
    public double GivenPowerW { get; set; }
    public double FrequencyHz { get; set; }
    /// <summary>State of charge, 0 to 1.</summary>
    public double StateOfCharge { get; set; }
    public HoistSnapshot[] Hoists { get; }
    /// <summary>The controller's events from the beginning of the run on, oldest first; it grows as the run goes on.</summary>
    public IReadOnlyList<EventRecord> Events { get; set; } = [];
    /// <summary>Later events that were counted and not kept.</summary>
    public long EventsLost { get; set; }
}

/// <summary>One hoist in a <see cref="RunSnapshot"/>.</summary>
public struct HoistSnapshot
{
    /// <summary>True depth of the weight [m].</summary>
    public double WeightDepthM;
    /// <summary>Rope speed at the drum, lowering positive [m/s].</summary>
    public double SpeedMps;
    /// <summary>True force of the rope on the drum, and the force that the controller expects there [N].</summary>
    public double RopeForceN;
    public double ExpectedRopeForceN;
    public HoistMode Mode;
}
