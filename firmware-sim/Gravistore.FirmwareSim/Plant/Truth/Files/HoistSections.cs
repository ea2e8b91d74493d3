using Gravistore.Json;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>Sections "hoists", "weight", "rope", "drum", "gear" and "motor" of a sim file: masses, rope, drum and motor of one hoist.</summary>
internal static class HoistSections
{
    private static readonly IntegerKey Count = new("count", "Number of hoists", 1, 64);
    private static readonly NumberKey RatedPowerKW = new("ratedPowerKW", "Rated net power of one hoist at the grid meter", "kW", 1.0, 20000.0);
    public static readonly SectionKey Hoists = new("hoists", new SectionSpec("hoists", "The hoists of the plant, all alike", Count, RatedPowerKW) { RequireSources = true });

    private static readonly NumberKey MassKg = new("massKg", "Suspended mass without ropes", "kg", 100.0, 2e6);
    public static readonly SectionKey Weight = new("weight", new SectionSpec("weight", "The weight of one hoist", MassKg) { RequireSources = true });

    private static readonly IntegerKey RopeCount = new("count", "Number of ropes that share the weight", 1, 16);
    private static readonly NumberKey MassPerMetreKg = new("massPerMetreKg", "Mass per metre of one rope", "kg", 0.0, 200.0);
    private static readonly NumberKey AxialStiffnessMN = new("axialStiffnessMN", "Axial stiffness E x A of one rope", "MN", 1.0, 5000.0);
    private static readonly NumberKey BreakingForceKN = new("breakingForceKN", "Minimum breaking force of one rope", "kN", 1.0, 50000.0);
    private static readonly NumberKey DampingRatio = new("dampingRatio", "Damping ratio of the first longitudinal mode with the drum held", "", 0.0, 0.5);
    public static readonly SectionKey Rope = new("rope", new SectionSpec("rope", "The ropes of one hoist", RopeCount, MassPerMetreKg, AxialStiffnessMN, BreakingForceKN, DampingRatio) { RequireSources = true });

    private static readonly NumberKey DiameterM = new("diameterM", "Drum diameter at the rope's centre", "m", 0.1, 20.0);
    private static readonly NumberKey EquivalentMassKg = new("equivalentMassKg", "Drum, shaft and sheave as mass at the rope", "kg", 1.0, 1e6);
    private static readonly IntegerKey DrumCountsPerTurn = new("encoderCountsPerTurn", "Counts per drum revolution of the absolute encoder", 256, 16777216);
    private static readonly IntegerKey DrumZeroCount = new("encoderZeroCount", "Count of the absolute encoder at zero rope length", 0, 1000000000);
    public static readonly SectionKey Drum = new("drum", new SectionSpec("drum", "The drum and its encoder", DiameterM, EquivalentMassKg, DrumCountsPerTurn, DrumZeroCount) { RequireSources = true });

    private static readonly NumberKey Ratio = new("ratio", "Motor revolutions per drum revolution", "", 1.0, 5000.0);
    public static readonly SectionKey Gear = new("gear", new SectionSpec("gear", "The gear between motor and drum", Ratio) { RequireSources = true });

    private static readonly NumberKey InertiaKgM2 = new("inertiaKgM2", "Inertia on the motor's shaft", "kg m2", 0.0, 1e6);
    private static readonly NumberKey RatedTorqueNm = new("ratedTorqueNm", "Torque that the drive calls 100 %", "N m", 1.0, 1e7);
    private static readonly NumberKey TorqueLagS = new("torqueLagS", "Time constant from torque reference to torque", "s", 0.0, 0.5);
    private static readonly IntegerKey MotorCountsPerTurn = new("encoderCountsPerTurn", "Edges per turn of the motor's encoder", 64, 1048576);
    private static readonly NumberKey HeatCapacity = new("heatCapacityJPerK", "Heat capacity of winding and core", "J/K", 1.0, 1e9);
    private static readonly NumberKey Cooling = new("coolingWPerK", "Cooling per kelvin above ambient", "W/K", 0.1, 1e7);
    public static readonly SectionKey Motor = new("motor", new SectionSpec("motor", "The motor of one hoist", InertiaKgM2, RatedTorqueNm, TorqueLagS, MotorCountsPerTurn, HeatCapacity, Cooling) { RequireSources = true });

    public static int ReadCount(Section root) => root.Sub(Hoists).Integer(Count);

    public static double ReadRatedPowerW(Section root) => 1e3 * root.Sub(Hoists).Number(RatedPowerKW);

    public static MechanicsTruth ReadMechanics(Section root)
    {
        Section rope = root.Sub(Rope), drum = root.Sub(Drum);
        int ropes = rope.Integer(RopeCount);
        return new MechanicsTruth
        {
            WeightMassKg = root.Sub(Weight).Number(MassKg),
            RopeMassPerMetreKg = ropes * rope.Number(MassPerMetreKg),
            RopeAxialStiffnessN = ropes * 1e6 * rope.Number(AxialStiffnessMN),
            RopeBreakingForceN = ropes * 1e3 * rope.Number(BreakingForceKN),
            RopeDampingRatio = rope.Number(DampingRatio),
            DrumDiameterM = drum.Number(DiameterM),
            DrumEquivalentMassKg = drum.Number(EquivalentMassKg),
            GearRatio = root.Sub(Gear).Number(Ratio),
            MotorInertiaKgM2 = root.Sub(Motor).Number(InertiaKgM2),
        };
    }

    public static DrumEncoderTruth ReadDrumEncoder(Section root)
    {
        Section drum = root.Sub(Drum);
        return new DrumEncoderTruth(drum.Integer(DrumCountsPerTurn), drum.Integer(DrumZeroCount));
    }

    public static MotorTruth ReadMotor(Section root)
    {
        Section motor = root.Sub(Motor);
        return new MotorTruth
        {
            RatedTorqueNm = motor.Number(RatedTorqueNm),
            TorqueLagS = motor.Number(TorqueLagS),
            EncoderCountsPerTurn = motor.Integer(MotorCountsPerTurn),
            HeatCapacityJPerK = motor.Number(HeatCapacity),
            CoolingWPerK = motor.Number(Cooling),
        };
    }
}
