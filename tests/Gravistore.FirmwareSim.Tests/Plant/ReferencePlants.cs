using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>The reference hoists of docs/physics.md, section 8: S (60 t, slow), M (40 t, 1 MW), Leith (25 t demonstrator).</summary>
internal static class ReferencePlants
{
    public static MechanicsTruth S { get; } = Hoist(60e3, 2, 50, 4.0, 14e3, 9.0, 0.48);

    public static MechanicsTruth M { get; } = Hoist(40e3, 2, 42, 3.4, 18e3, 50.0, 2.83);

    public static MechanicsTruth MDirect { get; } = M with { DrumEquivalentMassKg = 30e3, MotorInertiaKgM2 = 0.0 };

    public static MechanicsTruth Leith { get; } = new()
    {
        WeightMassKg = 25e3,
        RopeMassPerMetreKg = 6.0,
        RopeAxialStiffnessN = 120e6,
        RopeBreakingForceN = 1800e3,
        RopeDampingRatio = 0.02,
        DrumDiameterM = 1.0,
        DrumEquivalentMassKg = 1.5e3,
        GearRatio = MotorRadPerS / (0.6 / 0.5),
        MotorInertiaKgM2 = 3.0,
    };

    public const double SpeedS = 0.48;
    public const double SpeedM = 2.83;
    public const double SpeedLeith = 0.6;

    /// <summary>The generic geared loss factors of section 4.</summary>
    public static LossFactors Geared { get; } = new()
    {
        BaseForceN = 592.1e3,
        BaseSpeedMps = 0.4895,
        RopeSheave = 0.015,
        Guide = 0.003,
        GearLoadLowering = 0.021,
        GearLoadRaising = 0.021,
        GearSpeed = 0.009,
        MotorCopper = 0.020,
        MotorIron = 0.010,
        MotorWindage = 0.005,
        MotorStray = 0.0067,
        InverterFixed = 0.003,
        InverterLinear = 0.009,
        InverterSquare = 0.004,
        FrontEndFixed = 0.003,
        FrontEndLinear = 0.010,
        FrontEndSquare = 0.005,
        TransformerFixed = 0.0015,
        TransformerSquare = 0.0085,
        Auxiliary = 0.0075,
    };

    /// <summary>The same for a permanent-magnet motor on the drum's shaft.</summary>
    public static LossFactors Direct { get; } = Geared with
    {
        GearLoadLowering = 0.002,
        GearLoadRaising = 0.002,
        GearSpeed = 0.0,
        MotorCopper = 0.028,
        MotorIron = 0.008,
        MotorWindage = 0.002,
        MotorStray = 0.004,
    };

    public static LossFactors Frictionless { get; } = Geared with
    {
        RopeSheave = 0.0,
        Guide = 0.0,
        GearLoadLowering = 0.0,
        GearLoadRaising = 0.0,
        GearSpeed = 0.0,
    };

    /// <summary>A shaft whose buffer is far below everything that hangs.</summary>
    public static ShaftTruth Shaft { get; } = new()
    {
        DepthM = 530.0,
        UpperLandingDepthM = 15.0,
        LowerLandingDepthM = 515.0,
        OvertravelM = 2.0,
        MagnetDepthsM = [15.0, 100.0, 200.0, 300.0, 400.0, 515.0],
        ContactBelowM = 500.0,
        ContactStiffnessNPerM = 200e6,
        ContactRestitution = 0.1,
    };

    private const double MotorRadPerS = 1000.0 * 2.0 * Math.PI / 60.0;

    /// <summary>Compacted multistrand ropes of grade 1960: 0.0048 d2 kg/m, 0.53 d2 of steel at 120 GPa (d in mm).</summary>
    private static MechanicsTruth Hoist(double massKg, int ropes, double diameterMm, double drumM, double drumKg, double inertia, double speedMps) => new()
    {
        WeightMassKg = massKg,
        RopeMassPerMetreKg = ropes * 0.0048 * diameterMm * diameterMm,
        RopeAxialStiffnessN = ropes * 120e9 * 0.53e-6 * diameterMm * diameterMm,
        RopeBreakingForceN = ropes * 0.40 * 1960.0 * diameterMm * diameterMm,
        RopeDampingRatio = 0.02,
        DrumDiameterM = drumM,
        DrumEquivalentMassKg = drumKg,
        GearRatio = MotorRadPerS / (speedMps / (0.5 * drumM)),
        MotorInertiaKgM2 = inertia,
    };
}
