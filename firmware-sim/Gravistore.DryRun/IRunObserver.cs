using Gravistore.Core.Modes;

namespace Gravistore.DryRun;

/// <summary>Watches a run; called from the thread that runs it, which waits meanwhile.</summary>
public interface IRunObserver
{
    /// <summary>How far the run is; called once per simulated second.</summary>
    void Progress(in RunProgress progress);

    /// <summary>Cycles of 10 ms between two snapshots; 0 = none are taken, which costs nothing. Read once, before the run.</summary>
    int CyclesPerSnapshot => 0;

    /// <summary>What the plant looks like now.</summary>
    /// <param name="snapshot">The same object every time, filled anew; take out of it what must outlive the call.</param>
    void Look(RunSnapshot snapshot)
    {
    }
}

/// <summary>How far a run is.</summary>
public readonly record struct RunProgress
{
    /// <summary>Simulated time so far, and probably in all [s].</summary>
    public double SimulatedS { get; init; }
    public double ExpectedS { get; init; }
    /// <summary>Time on the clock so far [s].</summary>
    public double WallS { get; init; }
    public PlantMode Mode { get; init; }
    public double StateOfChargePercent { get; init; }
    /// <summary>True net power at the grid, export positive [kW].</summary>
    public double PowerKW { get; init; }
    /// <summary>Label of the step in force.</summary>
    public string Step { get; init; }

    /// <summary>Share of the run that is done, 0 to 1; below 1 until the run is over.</summary>
    public double Share => Math.Clamp(SimulatedS / ExpectedS, 0, 0.99);
}
