namespace Gravistore.DryRun.Results;

/// <summary>Everything a dry run has shown.</summary>
public sealed record DryRunResult
{
    /// <summary>Name of the plant.</summary>
    public required string Plant { get; init; }
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }
    public required ulong Seed { get; init; }
    /// <summary>Version of the program that ran it.</summary>
    public required string Version { get; init; }
    public required RunTimes Times { get; init; }
    /// <summary>64 bits chained over every cycle: input, result, controller state and the plant's true state.</summary>
    public required ulong StateHash { get; init; }
    public required EnergyFigures Energy { get; init; }
    public required TrackingFigures Tracking { get; init; }
    /// <summary>True state of charge [%].</summary>
    public required double StateOfChargeStartPercent { get; init; }
    public required double StateOfChargeEndPercent { get; init; }
    /// <summary>How often a hoist began to prove torque in order to run.</summary>
    public required int HoistStarts { get; init; }
    /// <summary>How often a drum turned round between lowering and raising.</summary>
    public required int Reversals { get; init; }
    public required IReadOnlyList<TripRecord> Trips { get; init; }
    public required IReadOnlyList<EventRecord> Events { get; init; }
    /// <summary>Recordings of what happened around trips; no part of the JSON result, because it names files.</summary>
    public IReadOnlyList<string> IncidentFiles { get; init; } = [];
    /// <summary>Events beyond those kept.</summary>
    public required long EventsLost { get; init; }
    public required IReadOnlyList<Violation> Violations { get; init; }
    /// <summary>Null unless the run followed a series.</summary>
    public required FollowFigures? Follow { get; init; }
    public required LinkFigures Links { get; init; }
    public required EndState End { get; init; }
    public required IReadOnlyList<AssertionOutcome> Assertions { get; init; }
    public required IReadOnlyList<PackageInfo> Packages { get; init; }
    /// <summary>Loop and links of a run through the wire; null for a dry run.</summary>
    public WireFigures? Wire { get; init; }

    /// <summary>Cycles in which an invariant did not hold, summed over the invariants.</summary>
    public long InvariantViolations => Violations.Sum(v => v.Count);
    /// <summary>The run did what it should: no unexpected trip, no violation, every assertion passed, no step left waiting.</summary>
    public bool Passed => Violations.Count == 0 && End.Failure is null && Trips.All(t => t.Expected) && Assertions.All(a => a.Passed);
}

/// <summary>How long a run took.</summary>
/// <param name="SimulatedSeconds">Simulated time [s].</param>
/// <param name="WallSeconds">Time on the clock [s].</param>
/// <param name="Cycles">Cycles of the controller.</param>
/// <param name="StepShare">Share of the wall time in the controller's Step.</param>
/// <param name="PlantShare">Share in the simulated plant with its device firmware.</param>
public sealed record RunTimes(double SimulatedSeconds, double WallSeconds, long Cycles, double StepShare, double PlantShare)
{
    /// <summary>Simulated seconds per second on the clock.</summary>
    public double RealTimeFactor => WallSeconds > 0 ? SimulatedSeconds / WallSeconds : 0;
    /// <summary>Share of codecs, links, figures and everything else.</summary>
    public double RestShare => Math.Max(0, 1 - StepShare - PlantShare);
}

/// <summary>Energies of a run.</summary>
/// <param name="ChargedKWh">Taken from the grid [kWh], positive.</param>
/// <param name="DischargedKWh">Given to the grid [kWh], positive.</param>
/// <param name="MechanicalUpKWh">Potential energy gained by weights and ropes [kWh].</param>
/// <param name="MechanicalDownKWh">Potential energy given by weights and ropes [kWh].</param>
/// <param name="RoundTripEfficiency">Discharged over charged; null unless the state of charge at start and end agree within 0.1 %.</param>
/// <param name="BalanceResidual">Largest residual of the energy audit, share of the throughput.</param>
public sealed record EnergyFigures(double ChargedKWh, double DischargedKWh, double MechanicalUpKWh, double MechanicalDownKWh, double? RoundTripEfficiency, double BalanceResidual);

/// <summary>How well power followed its largest steps; null where no step lasted long enough. Percentages are of the plant's rated power.</summary>
/// <param name="RiseTimeSeconds">Until 90 % of the step [s].</param>
/// <param name="PeakPercent">Greatest power in the step's direction.</param>
/// <param name="SettledDeviationPercent">Largest deviation from 1.5 s after the step on, for at most a minute.</param>
/// <param name="RmsPercent">Root mean square of the deviation from 5 s to 60 s after the step.</param>
public sealed record TrackingFigures(double? RiseTimeSeconds, double? PeakPercent, double? SettledDeviationPercent, double? RmsPercent);

/// <summary>Energies while a series was followed, against what the law asks on the same samples [kWh], positive.</summary>
public sealed record FollowFigures(double ExportedKWh, double ImportedKWh, double IdealExportedKWh, double IdealImportedKWh)
{
    /// <summary>Share of the cycles of 10 ms whose mean power is within 6 kW, and within 10 kW, of what the law asks on the frequency or power given [%].</summary>
    public double Within6KWPercent { get; init; }
    public double Within10KWPercent { get; init; }
    /// <summary>Exported over what the law asks; null where it asks for nothing.</summary>
    public double? ExportRatio => IdealExportedKWh > 0 ? ExportedKWh / IdealExportedKWh : null;
    /// <summary>Imported over what the law asks; null where it asks for nothing.</summary>
    public double? ImportRatio => IdealImportedKWh > 0 ? ImportedKWh / IdealImportedKWh : null;
}

/// <summary>Register accesses that a device refused.</summary>
public sealed record LinkFigures(long ReadsRefused, long WritesRefused);

/// <summary>The plant when the run was over.</summary>
/// <param name="Reason">Why the run was over.</param>
/// <param name="Failure">What kept the scenario from coming to its end; null when it did.</param>
/// <param name="Mode">Mode of the plant.</param>
/// <param name="HoistsAtLanding">Weights at one of their landings, by their true depth.</param>
/// <param name="HoistsBraked">Hoists with both brake channels set and the drum at rest.</param>
/// <param name="WeightDepthsM">True weight depths [m].</param>
public sealed record EndState(string Reason, string? Failure, string Mode, int HoistsAtLanding, int HoistsBraked, IReadOnlyList<double> WeightDepthsM);

/// <summary>One trip: a cause that latched.</summary>
/// <param name="TimeS">When [s].</param>
/// <param name="Hoist">Hoist number from 0, or -1 for the plant.</param>
/// <param name="Number">Number of the protection or event, as the controller reports it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">What happened.</param>
/// <param name="Expected">The scenario asked for it by an emergency stop.</param>
public sealed record TripRecord(double TimeS, int Hoist, int Number, string Name, string Text, bool Expected);

/// <summary>One event of the controller.</summary>
/// <param name="TimeS">When [s].</param>
/// <param name="Hoist">Hoist number from 0, or -1 for the plant.</param>
/// <param name="Number">Number in the event dictionary.</param>
/// <param name="Name">Name in the dictionary.</param>
/// <param name="Severity">info, warning, alarm or trip.</param>
/// <param name="Value">The value that crossed.</param>
/// <param name="Limit">The limit it crossed.</param>
/// <param name="Unit">Unit of both; empty where they mean nothing.</param>
/// <param name="Text">What happened, one sentence.</param>
public sealed record EventRecord(double TimeS, int Hoist, int Number, string Name, string Severity, double Value, double Limit, string Unit, string Text);

/// <summary>An invariant that did not hold.</summary>
/// <param name="Name">Name of the invariant.</param>
/// <param name="FirstTimeS">When it first failed [s].</param>
/// <param name="Hoist">Where it first failed; -1 for the plant.</param>
/// <param name="Count">Cycles in which it did not hold.</param>
/// <param name="Detail">Value and limit of the first failure.</param>
public sealed record Violation(string Name, double FirstTimeS, int Hoist, long Count, string Detail);

/// <summary>What became of one assertion.</summary>
/// <param name="Text">What was asserted.</param>
/// <param name="Value">What the run showed; null when it has no value.</param>
/// <param name="Passed">Whether it holds.</param>
public sealed record AssertionOutcome(string Text, double? Value, bool Passed);

/// <summary>A package that the program uses.</summary>
/// <param name="Name">Name of the package.</param>
/// <param name="Version">Version of its assembly.</param>
/// <param name="StandIn">True when the project's own stand-in is in its place.</param>
public sealed record PackageInfo(string Name, string Version, bool StandIn);
