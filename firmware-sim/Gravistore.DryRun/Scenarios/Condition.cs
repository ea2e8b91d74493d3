using Gravistore.Core.Modes;

namespace Gravistore.DryRun.Scenarios;

/// <summary>What must hold of the plant; all parts that are given must hold together, without a break for <see cref="HoldsForS"/>.</summary>
public sealed record Condition
{
    public PlantMode? Mode { get; init; }
    /// <summary>State of charge as the controller reports it [%].</summary>
    public double? StateOfChargeAbovePercent { get; init; }
    public double? StateOfChargeBelowPercent { get; init; }
    /// <summary>Every weight's true depth is at this landing.</summary>
    public Landing? AllHoistsAt { get; init; }
    /// <summary>Magnitude of the true grid power, mean of the last cycle [kW].</summary>
    public double? PowerAboveKW { get; init; }
    public double? PowerBelowKW { get; init; }
    /// <summary>The followed series has come to its end.</summary>
    public bool TraceEnded { get; init; }
    /// <summary>Another condition that may hold instead; scenario files have none.</summary>
    internal Condition? Or { get; init; }
    /// <summary>How long all of it must hold without a break [s].</summary>
    public double HoldsForS { get; init; }

    /// <summary>True while every part that is given holds.</summary>
    public bool Holds(in PlantView view) => AllHold(view) || Or is { } other && other.Holds(view);

    private bool AllHold(in PlantView view) =>
        (Mode is null || Mode == view.Mode)
        && !(view.StateOfChargePercent < StateOfChargeAbovePercent)
        && !(view.StateOfChargePercent > StateOfChargeBelowPercent)
        && (AllHoistsAt is null || (AllHoistsAt == Landing.Upper ? view.AllAtUpper : view.AllAtLower))
        && !(Math.Abs(view.PowerKW) < PowerAboveKW)
        && !(Math.Abs(view.PowerKW) > PowerBelowKW)
        && (!TraceEnded || view.TraceEnded);
}

/// <summary>What conditions look at, once per cycle.</summary>
public readonly record struct PlantView
{
    public PlantMode Mode { get; init; }
    /// <summary>A hoist waits for the key, or a protection keeps the plant or a hoist from moving: one that was stopped while parked says parked, and is not free.</summary>
    public bool Waits { get; init; }
    /// <summary>As the controller reports it [%].</summary>
    public double StateOfChargePercent { get; init; }
    public bool AllAtUpper { get; init; }
    public bool AllAtLower { get; init; }
    /// <summary>True net power at the grid, mean of the last cycle, export positive [kW].</summary>
    public double PowerKW { get; init; }
    public bool TraceEnded { get; init; }
}
