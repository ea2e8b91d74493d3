using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>docs/physics.md, section 8.7: energy of a weight and its ropes, by lowering it and reading the books.</summary>
public sealed class StrokeEnergyTests
{
    private const double JoulesPerKWh = 3.6e6;

    [Theory]
    [InlineData("Leith", 4.0, 12.4, 0.573, 0.0)]
    [InlineData("S", 15.0, 515.0, 81.75, 8.67)]
    [InlineData("M", 15.0, 515.0, 54.5, 6.11)]
    [InlineData("Green Gravity", 15.0, 115.0, 10.9, 0.0)]
    [InlineData("Ruoso", 5.0, 12.0, 11.0, 0.0)]
    public void Lowering_gives_the_energy_in_print(string plant, double fromM, double toM, double weightKWh, double ropeKWh)
    {
        MechanicsTruth truth = OfPlant(plant);
        MechanicsRig rig = new(truth, ReferencePlants.Frictionless, fromM);
        double fromDepthM = rig.Mechanics.WeightDepthM;
        Lower(rig, toM);
        Assert.Equal(weightKWh, rig.Ledger.WeightGravityJ / JoulesPerKWh, 0.003 * weightKWh);
        double depthJ = truth.WeightMassKg * PhysicalConstants.GravityMps2 * (rig.Mechanics.WeightDepthM - fromDepthM);
        Assert.Equal(depthJ, rig.Ledger.WeightGravityJ, 1e-4 * depthJ);
        if (ropeKWh > 0.0) Assert.Equal(ropeKWh, rig.Ledger.RopeGravityJ / JoulesPerKWh, 0.003 * ropeKWh);
    }

    private static MechanicsTruth OfPlant(string plant) => plant switch
    {
        "Leith" => ReferencePlants.Leith,
        "S" => ReferencePlants.S,
        "M" => ReferencePlants.M,
        "Green Gravity" => ReferencePlants.M with { RopeMassPerMetreKg = 0.0 },
        // 4.04e6 kg m over a stroke of 7 m, on ropes stiff enough to be none.
        _ => ReferencePlants.S with { WeightMassKg = 4.04e6 / 7.0, RopeMassPerMetreKg = 0.0, RopeAxialStiffnessN = 1e10 },
    };

    private static void Lower(MechanicsRig rig, double toM)
    {
        double speedMps = 0.0;
        while (rig.Mechanics.RopeLengthM < toM)
        {
            double leftM = toM - rig.Mechanics.RopeLengthM;
            speedMps = Math.Min(Math.Min(speedMps + 2e-4, 1.5), Math.Max(0.01, Math.Sqrt(0.3 * leftM)));
            rig.Step(rig.StaticForceN + 6.0 * rig.Truth.DrumSideMassKg * (rig.Mechanics.DrumSpeedMps - speedMps), 0.0);
        }
    }
}
