using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Bench.PowerStep;

/// <summary>What is different from what the controller believes, beyond the plant's own differences.</summary>
/// <param name="Name">Short name, as the filter takes it.</param>
/// <param name="Meaning">What is different, one phrase.</param>
public sealed record StepCase(string Name, string Meaning)
{
    /// <summary>The truth of the case, from that of the plant.</summary>
    internal Func<PlantTruth, PlantTruth> Change { get; init; } = truth => truth;
    /// <summary>The links from the moment on in which the plant is armed; null = they stay.</summary>
    internal Func<LinkTruth, LinkTruth>? ChangeWhenArmed { get; init; }
    /// <summary>By how much the nominal bounds are widened.</summary>
    public double BoundFactor { get; init; } = 2;
    /// <summary>Peak allowed in place of the widened one [% of rated power]; null = the widened one.</summary>
    public double? PeakPercent { get; init; }
}

/// <summary>All cases.</summary>
public static class StepCases
{
    /// <summary>Everything as the plant's files say.</summary>
    public static StepCase Nominal { get; } = new("nominal", "the plant as its files say") { BoundFactor = 1 };

    /// <summary>All cases in the order of the table.</summary>
    public static IReadOnlyList<StepCase> All { get; } =
    [
        Nominal,
        new("mass+5", "weights 5 % heavier") { Change = t => Mass(t, 1.05) },
        new("mass-5", "weights 5 % lighter") { Change = t => Mass(t, 0.95) },
        new("cells+2", "load cells read 2 % more") { Change = t => Cells(t, 1.02) },
        new("cells-2", "load cells read 2 % less") { Change = t => Cells(t, 0.98) },
        new("torque+2", "drives give 2 % more torque") { Change = t => Torque(t, 1.02) },
        new("torque-2", "drives give 2 % less torque") { Change = t => Torque(t, 0.98) },
        new("inertia+3", "drum and motor turn 3 % harder") { Change = t => Inertia(t, 1.03) },
        new("inertia-3", "drum and motor turn 3 % easier") { Change = t => Inertia(t, 0.97) },
        new("friction+30", "sheaves, guides and gears rub 30 % more") { Change = t => Friction(t, 1.3) },
        new("delay-before", "commands take twice as long from the start on") { Change = t => t with { Link = DoubleDelay(t.Link) }, PeakPercent = 110 },
        new("delay-after", "commands take twice as long from the armed state on") { ChangeWhenArmed = DoubleDelay, PeakPercent = 125 },
    ];

    private static PlantTruth Mass(PlantTruth t, double by) => t with { Mechanics = t.Mechanics with { WeightMassKg = by * t.Mechanics.WeightMassKg } };

    private static PlantTruth Cells(PlantTruth t, double by) => t with { Sensors = t.Sensors with { LoadCellGain = by * t.Sensors.LoadCellGain } };

    private static PlantTruth Torque(PlantTruth t, double by) => t with { Drive = t.Drive with { TorqueGain = by * t.Drive.TorqueGain } };

    private static PlantTruth Inertia(PlantTruth t, double by) => t with
    {
        Mechanics = t.Mechanics with { DrumEquivalentMassKg = by * t.Mechanics.DrumEquivalentMassKg, MotorInertiaKgM2 = by * t.Mechanics.MotorInertiaKgM2 },
    };

    private static PlantTruth Friction(PlantTruth t, double by) => t with
    {
        Losses = t.Losses with
        {
            RopeSheave = by * t.Losses.RopeSheave,
            Guide = by * t.Losses.Guide,
            GearLoadLowering = by * t.Losses.GearLoadLowering,
            GearLoadRaising = by * t.Losses.GearLoadRaising,
            GearSpeed = by * t.Losses.GearSpeed,
        },
    };

    // The delay that every command has; the jitter on top of it stays as it is.
    private static LinkTruth DoubleDelay(LinkTruth link) => link with { CommandDelayS = 2 * link.CommandDelayS };
}
