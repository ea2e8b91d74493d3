namespace Gravistore.DryRun.Report;

/// <summary>Figures of a result in words.</summary>
internal static class FigureLabels
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["simulatedSeconds"] = "Simulated time",
        ["energy.chargedKWh"] = "Taken from the grid",
        ["energy.dischargedKWh"] = "Given to the grid",
        ["energy.mechanicalKWh.up"] = "Gained by weights and ropes",
        ["energy.mechanicalKWh.down"] = "Given by weights and ropes",
        ["energy.roundTripEfficiency"] = "Round trip, given over taken",
        ["energy.balanceResidual"] = "Residual of the energy balance",
        ["tracking.riseTimeSeconds"] = "Power step: time to 90 %",
        ["tracking.peakPercent"] = "Power step: peak",
        ["tracking.settledDeviationPercent"] = "Power step: largest error from 1.5 s on",
        ["tracking.rmsPercent"] = "Power step: rms error, 5 to 60 s",
        ["stateOfChargePercent.start"] = "State of charge at the start",
        ["stateOfChargePercent.end"] = "State of charge at the end",
        ["hoistStarts"] = "Starts of hoists",
        ["reversals"] = "Reversals of drums",
        ["trips"] = "Trips",
        ["events"] = "Events",
        ["invariantViolations"] = "Cycles with a violated invariant",
        ["follow.exportedKWh"] = "Followed: exported",
        ["follow.importedKWh"] = "Followed: imported",
        ["follow.exportRatio"] = "Followed: exported over asked",
        ["follow.importRatio"] = "Followed: imported over asked",
        ["follow.within6kWPercent"] = "Followed: samples within 6 kW",
        ["follow.within10kWPercent"] = "Followed: samples within 10 kW",
        ["end.hoistsAtLanding"] = "Weights on a landing at the end",
        ["end.hoistsBraked"] = "Hoists with brakes set at the end",
    };

    /// <summary>The figure in words, or its name.</summary>
    public static string Of(string name) => Labels.TryGetValue(name, out string? label) ? label : name;
}
