using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Plants;

/// <summary>Sections "hoists", "weight", "rope", "drum", "gear", "motor" and "brakes" of a plant file: the mechanics of one hoist.</summary>
internal static class HoistSections
{
    public static readonly IntegerKey Count = new("count", "Number of hoists, all alike", 1, 64);
    public static readonly NumberKey RatedPowerKW = new("ratedPowerKW", "Rated net power of one hoist at the grid meter, both directions", "kW", 1, 20000);
    public static readonly SectionKey Hoists = Section("hoists", "The hoists", Count, RatedPowerKW);

    public static readonly NumberKey MassKg = new("massKg", "Suspended mass without ropes", "kg", 100, 5_000_000);
    public static readonly SectionKey Weight = Section("weight", "The weight of one hoist", MassKg);

    public static readonly IntegerKey RopeCount = new("count", "Ropes of one hoist, sharing its load equally", 1, 32);
    public static readonly NumberKey MassPerMetreKg = new("massPerMetreKg", "Mass per metre of one rope", "kg/m", 0.05, 100);
    public static readonly NumberKey AxialStiffnessMN = new("axialStiffnessMN", "Axial stiffness E A of one rope", "MN", 0.5, 5000);
    public static readonly NumberKey BreakingForceKN = new("breakingForceKN", "Minimum breaking force of one rope", "kN", 5, 20000);
    public static readonly NumberKey DampingRatio = new("dampingRatio", "Damping ratio of the first longitudinal mode with the drum held", "", 0.005, 0.1);
    public static readonly SectionKey Rope = Section("rope", "The ropes of one hoist", RopeCount, MassPerMetreKg, AxialStiffnessMN, BreakingForceKN, DampingRatio);

    public static readonly NumberKey DiameterM = new("diameterM", "Effective drum diameter at the rope's centre", "m", 0.2, 12);
    public static readonly NumberKey EquivalentMassKg = new("equivalentMassKg", "Inertia of drum, shaft and sheave as mass at the rope", "kg", 10, 1_000_000);
    public static readonly IntegerKey EncoderCountsPerTurn = new("encoderCountsPerTurn", "Counts of the absolute drum encoder per drum revolution", 1024, 16_777_216);
    public static readonly IntegerKey EncoderZeroCount = new("encoderZeroCount", "Count of the absolute drum encoder at zero rope length", 0, int.MaxValue);
    public static readonly SectionKey Drum = Section("drum", "The drum and its absolute encoder", DiameterM, EquivalentMassKg, EncoderCountsPerTurn, EncoderZeroCount);

    public static readonly NumberKey Ratio = new("ratio", "Motor revolutions per drum revolution, 1 for a direct drive", "", 1, 2000);
    public static readonly SectionKey Gear = Section("gear", "The gear between motor and drum", Ratio);

    public static readonly NumberKey InertiaKgM2 = new("inertiaKgM2", "Inertia of motor, coupling and brake disc on the motor's shaft", "kg m2", 0.01, 1_000_000);
    public static readonly NumberKey RatedTorqueNm = new("ratedTorqueNm", "Torque that the drive calls 100 %", "N m", 10, 10_000_000);
    public static readonly SectionKey Motor = Section("motor", "The motor", InertiaKgM2, RatedTorqueNm);

    public static readonly NumberKey ChannelForceKN = new("channelForceKN", "Brake force of one of the two channels at the rope, linings cold", "kN", 1, 50000);
    public static readonly NumberKey DeadTimeS = new("deadTimeS", "Time from loss of the release command to the first brake force", "s", 0.01, 2);
    public static readonly NumberKey RiseTimeS = new("riseTimeS", "Time in which the brake force then rises to its full value", "s", 0.01, 3);
    public static readonly NumberKey OpeningTimeS = new("openingTimeS", "Time from the release command until both channels report lifted", "s", 0.05, 5);
    public static readonly SectionKey Brakes = Section("brakes", "The two spring-applied brake channels on the drum", ChannelForceKN, DeadTimeS, RiseTimeS, OpeningTimeS);

    private const double NPerKN = 1e3;
    private const double NPerMN = 1e6;

    /// <summary>Reads the mechanics of one hoist from the whole file.</summary>
    public static HoistParameters Read(Section plant)
    {
        Section rope = plant.Sub(Rope), drum = plant.Sub(Drum), motor = plant.Sub(Motor), brakes = plant.Sub(Brakes);
        int ropes = rope.Integer(RopeCount);
        return new HoistParameters
        {
            WeightMassKg = plant.Sub(Weight).Number(MassKg),
            RopeMassPerMetreKg = ropes * rope.Number(MassPerMetreKg),
            RopeAxialStiffnessN = ropes * rope.Number(AxialStiffnessMN) * NPerMN,
            RopeBreakingForceN = ropes * rope.Number(BreakingForceKN) * NPerKN,
            RopeDampingRatio = rope.Number(DampingRatio),
            DrumDiameterM = drum.Number(DiameterM),
            DrumEquivalentMassKg = drum.Number(EquivalentMassKg),
            DrumEncoderCountsPerTurn = drum.Integer(EncoderCountsPerTurn),
            DrumEncoderZeroCount = drum.Integer(EncoderZeroCount),
            GearRatio = plant.Sub(Gear).Number(Ratio),
            MotorInertiaKgM2 = motor.Number(InertiaKgM2),
            MotorRatedTorqueNm = motor.Number(RatedTorqueNm),
            LoadCellLagS = plant.Sub(DevicesSection.Sensors).Number(DevicesSection.LoadCellLagS),
            BrakeChannelForceN = brakes.Number(ChannelForceKN) * NPerKN,
            BrakeDeadTimeS = brakes.Number(DeadTimeS),
            BrakeRiseTimeS = brakes.Number(RiseTimeS),
            BrakeOpeningTimeS = brakes.Number(OpeningTimeS),
        };
    }

    private static SectionKey Section(string name, string description, params Key[] keys) => new(name, new SectionSpec(name, description, keys) { RequireSources = true });
}
