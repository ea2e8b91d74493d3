namespace Gravistore.DryRun.Results;

/// <summary>One figure of a result that an assertion can name.</summary>
/// <param name="Name">Path in the JSON result.</param>
/// <param name="Unit">Unit; empty for ratios and counts.</param>
/// <param name="Value">Reads it; null where the run has no such value.</param>
public sealed record Figure(string Name, string Unit, Func<DryRunResult, double?> Value);

/// <summary>Every figure that an assertion can name, declared once. Names are the paths of the JSON result; of a list the number of entries counts.</summary>
public static class FigureCatalog
{
    /// <summary>All figures in the order of the result.</summary>
    public static IReadOnlyList<Figure> All { get; } =
    [
        new("simulatedSeconds", "s", r => r.Times.SimulatedSeconds),
        new("energy.chargedKWh", "kWh", r => r.Energy.ChargedKWh),
        new("energy.dischargedKWh", "kWh", r => r.Energy.DischargedKWh),
        new("energy.mechanicalKWh.up", "kWh", r => r.Energy.MechanicalUpKWh),
        new("energy.mechanicalKWh.down", "kWh", r => r.Energy.MechanicalDownKWh),
        new("energy.roundTripEfficiency", "", r => r.Energy.RoundTripEfficiency),
        new("energy.balanceResidual", "", r => r.Energy.BalanceResidual),
        new("tracking.riseTimeSeconds", "s", r => r.Tracking.RiseTimeSeconds),
        new("tracking.peakPercent", "%", r => r.Tracking.PeakPercent),
        new("tracking.settledDeviationPercent", "%", r => r.Tracking.SettledDeviationPercent),
        new("tracking.rmsPercent", "%", r => r.Tracking.RmsPercent),
        new("stateOfChargePercent.start", "%", r => r.StateOfChargeStartPercent),
        new("stateOfChargePercent.end", "%", r => r.StateOfChargeEndPercent),
        new("hoistStarts", "", r => r.HoistStarts),
        new("reversals", "", r => r.Reversals),
        new("trips", "", r => r.Trips.Count),
        new("events", "", r => r.Events.Count),
        new("invariantViolations", "", r => r.InvariantViolations),
        new("follow.exportedKWh", "kWh", r => r.Follow?.ExportedKWh),
        new("follow.importedKWh", "kWh", r => r.Follow?.ImportedKWh),
        new("follow.exportRatio", "", r => r.Follow?.ExportRatio),
        new("follow.importRatio", "", r => r.Follow?.ImportRatio),
        new("follow.within6kWPercent", "%", r => r.Follow?.Within6KWPercent),
        new("follow.within10kWPercent", "%", r => r.Follow?.Within10KWPercent),
        new("end.hoistsAtLanding", "", r => r.End.HoistsAtLanding),
        new("end.hoistsBraked", "", r => r.End.HoistsBraked),
    ];

    /// <summary>Names of all figures.</summary>
    public static IEnumerable<string> Names => All.Select(f => f.Name);

    /// <summary>The figure of this name, or null.</summary>
    public static Figure? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
