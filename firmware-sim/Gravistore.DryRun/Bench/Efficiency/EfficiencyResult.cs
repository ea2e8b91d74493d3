namespace Gravistore.DryRun.Bench.Efficiency;

/// <summary>What a full cycle at one power showed.</summary>
public sealed record EfficiencyPoint
{
    /// <summary>Power at the grid, the same both ways [kW].</summary>
    public required double PowerKW { get; init; }
    /// <summary>Energies at the grid over the whole cycle [kWh].</summary>
    public required double ChargedKWh { get; init; }
    public required double DischargedKWh { get; init; }
    /// <summary>Given over taken; null when the cycle did not come back to where it began.</summary>
    public required double? RoundTrip { get; init; }
    /// <summary>The best that the plant's own losses allow at this power; null when no number of hoists gives it.</summary>
    public required double? BestRoundTrip { get; init; }
    /// <summary>Hoists in the best dispatch while charging and while discharging, as "2" or "1 to 2"; empty when there is none.</summary>
    public required string BestHoistsCharging { get; init; }
    public required string BestHoistsDischarging { get; init; }
    public required int HoistStarts { get; init; }
    /// <summary>Each way; null when power was never held.</summary>
    public required WayFigures? Charging { get; init; }
    public required WayFigures? Discharging { get; init; }
    /// <summary>Why the run itself went wrong; null when it did not.</summary>
    public required string? Trouble { get; init; }

    /// <summary>Starts of hoists for each MWh taken or given at the grid.</summary>
    public double? StartsPerMWh => ChargedKWh + DischargedKWh > 0 ? 1000 * HoistStarts / (ChargedKWh + DischargedKWh) : null;
    /// <summary>Round trip over the best one.</summary>
    public double? RatioToBest => RoundTrip / BestRoundTrip;
    /// <summary>Larger dip of the two ways [% of rated power].</summary>
    public double? DipPercent => Charging is { } up && Discharging is { } down ? Math.Max(up.DipPercent, down.DipPercent) : null;
    /// <summary>Larger surge of the two ways [% of rated power].</summary>
    public double? SurgePercent => Charging is { } up && Discharging is { } down ? Math.Max(up.SurgePercent, down.SurgePercent) : null;
    public bool Pass => Trouble is null && RatioToBest >= EfficiencyBounds.LeastRatio && DipPercent <= EfficiencyBounds.LargestDipPercent;
}

/// <summary>What every power must reach.</summary>
public static class EfficiencyBounds
{
    /// <summary>Round trip over that of the best dispatch.</summary>
    public const double LeastRatio = 0.98;
    /// <summary>Shortage of power at a hand-over [% of rated power].</summary>
    public const double LargestDipPercent = 2;
}

/// <summary>What became of all powers.</summary>
public sealed record EfficiencyResult(string Plant, ulong Seed, IReadOnlyList<EfficiencyPoint> Points, double WallS)
{
    public bool Pass => Points.All(p => p.Pass);
}
