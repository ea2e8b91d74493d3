using Gravistore.Json;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>Sections "link", "sensors" and "grid" of a sim file.</summary>
internal static class SensorSections
{
    private static readonly NumberKey CommandDelayS = new("commandDelayS", "From the controller's output to the drive's register", "s", 0.0, 1.0);
    private static readonly NumberKey CommandJitterS = new("commandJitterS", "Greatest further delay", "s", 0.0, 1.0);
    private static readonly NumberKey MeasurementAgeS = new("measurementAgeS", "Age of a measured image when the controller reads it", "s", 0.0, 1.0);
    private static readonly NumberKey PollCycleS = new("pollCycleS", "Drives on RS-485 lines are asked once in this time, in turn; whole cycles of 10 ms", "s", 0.01, 1.0) { Default = 0.01 };
    private static readonly NumberKey LineS = new("lineS", "Time of a request on such a line, on top of commandDelayS", "s", 0.0, 1.0) { Default = 0 };
    public static readonly SectionKey Link = new("link", new SectionSpec("link", "Delays between controller and drives in a dry run", CommandDelayS, CommandJitterS, MeasurementAgeS, PollCycleS, LineS) { RequireSources = true });

    private static readonly NumberKey LoadCellFullScaleKN = new("loadCellFullScaleKN", "Drum force at 20 mA", "kN", 1.0, 1e5);
    private static readonly NumberKey LoadCellNoise = new("loadCellNoise", "Noise, rms share of full scale", "", 0.0, 0.1);
    private static readonly NumberKey LoadCellLagS = new("loadCellLagS", "Time constant of the load cell", "s", 0.0, 1.0);
    private static readonly NumberKey LoadCellHysteresis = new("loadCellHysteresis", "Width of the hysteresis loop, share of full scale", "", 0.0, 0.2);
    private static readonly NumberKey LoadCellGain = new("loadCellGain", "Reading over truth", "", 0.5, 2.0);
    private static readonly NumberKey MeterWindowS = new("meterWindowS", "Averaging window and period of the grid meter", "s", 0.001, 10.0);
    private static readonly NumberKey MeterStepKW = new("meterStepKW", "Smallest step of the grid meter", "kW", 0.0, 100.0);
    private static readonly NumberKey FrequencyNoiseHz = new("frequencyNoiseHz", "Noise of the measured grid frequency, rms", "Hz", 0.0, 0.1);
    private static readonly NumberKey MagnetLengthM = new("magnetLengthM", "Travel over which a magnet or a landing cam acts", "m", 0.001, 2.0);
    public static readonly SectionKey Sensors = new("sensors", new SectionSpec("sensors", "How well the sensors measure",
        LoadCellFullScaleKN, LoadCellNoise, LoadCellLagS, LoadCellHysteresis, LoadCellGain, MeterWindowS, MeterStepKW, FrequencyNoiseHz, MagnetLengthM)
    { RequireSources = true });

    private static readonly NumberKey NominalFrequencyHz = new("nominalFrequencyHz", "Grid frequency when nothing disturbs it", "Hz", 16.0, 70.0);
    public static readonly SectionKey Grid = new("grid", new SectionSpec("grid", "The grid", NominalFrequencyHz) { RequireSources = true });

    public static LinkTruth ReadLink(Section root)
    {
        Section link = root.Sub(Link);
        return new LinkTruth(link.Number(CommandDelayS), link.Number(CommandJitterS), link.Number(MeasurementAgeS)) { PollCycleS = link.Number(PollCycleS), LineS = link.Number(LineS) };
    }

    public static double ReadNominalFrequencyHz(Section root) => root.Sub(Grid).Number(NominalFrequencyHz);

    public static SensorTruth ReadSensors(Section root)
    {
        Section sensors = root.Sub(Sensors);
        return new SensorTruth
        {
            LoadCellFullScaleN = 1e3 * sensors.Number(LoadCellFullScaleKN),
            LoadCellNoise = sensors.Number(LoadCellNoise),
            LoadCellLagS = sensors.Number(LoadCellLagS),
            LoadCellHysteresis = sensors.Number(LoadCellHysteresis),
            LoadCellGain = sensors.Number(LoadCellGain),
            MeterWindowS = sensors.Number(MeterWindowS),
            MeterStepW = 1e3 * sensors.Number(MeterStepKW),
            FrequencyNoiseHz = sensors.Number(FrequencyNoiseHz),
            MagnetLengthM = sensors.Number(MagnetLengthM),
        };
    }

    /// <summary>The static rope force at the lower landing must be within what the load cell shows.</summary>
    public static void CheckRange(Section root, PlantTruth truth)
    {
        MechanicsTruth mechanics = truth.Mechanics;
        double massKg = mechanics.WeightMassKg + mechanics.RopeMassPerMetreKg * truth.Shaft.LowerLandingDepthM;
        if (massKg * PhysicalConstants.GravityMps2 * truth.Sensors.LoadCellGain > truth.Sensors.LoadCellFullScaleN)
            root.Sub(Sensors).Error(LoadCellFullScaleKN, TruthErrors.LoadCell, "the static rope force at the lower landing is beyond full scale");
    }
}
