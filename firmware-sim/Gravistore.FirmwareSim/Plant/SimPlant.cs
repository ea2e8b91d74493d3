using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>
/// A whole plant as the controller meets it: registers in front, firmware behind them, physics behind that. It advances by steps of 1 ms:
/// sensors, chain, brake units, drives, physics with its audit, meter. Registers are read and written between steps. One thread.
/// </summary>
public sealed class SimPlant
{
    private const double MeterHeadroom = 1.5;
    private const ulong FrequencyNoiseStream = ulong.MaxValue;

    private readonly PlantPhysics _physics;
    private readonly HoistFirmware[] _firmware;
    private readonly DriveActuation[] _drives;
    private readonly BrakeUnitActuation[] _brakes;
    private readonly PlantIoFirmware _plantIo;
    private readonly MeterFirmware _meter;
    private readonly Xoshiro256 _frequencyNoise;
    private readonly double _frequencyNoiseHz;
    private readonly double _landingRopeLengthM;

    /// <summary>A plant that has just been powered up: weights at rest on stretched ropes, brakes set, chain open.</summary>
    /// <param name="truth">What is true of it.</param>
    /// <param name="devices">Its field devices.</param>
    /// <param name="seed">Seed of all noise.</param>
    /// <param name="weightDepthsM">Depth of each weight [m].</param>
    /// <exception cref="ArgumentException">The number of depths is not the number of hoists, or a device lacks what it needs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight would hang above the drum or below its buffer.</exception>
    public SimPlant(PlantTruth truth, DeviceFiles devices, ulong seed, ReadOnlySpan<double> weightDepthsM)
    {
        TruthOfPlant = truth;
        _physics = new PlantPhysics(truth, seed, weightDepthsM);
        _firmware = new HoistFirmware[truth.HoistCount];
        for (int i = 0; i < _firmware.Length; i++) _firmware[i] = new HoistFirmware(truth, devices);
        _drives = new DriveActuation[truth.HoistCount];
        _brakes = new BrakeUnitActuation[truth.HoistCount];
        _plantIo = new PlantIoFirmware(devices.PlantIo);
        double greatestW = MeterHeadroom * truth.HoistCount * truth.HoistRatedPowerW;
        _meter = new MeterFirmware(devices.Meter, truth.Sensors.MeterWindowS, 1e-3 * truth.Sensors.MeterStepW, greatestW);
        Chain = new SafetyChain(truth.HoistCount, new SafetyChainSettings { OverspeedMps = truth.Chain.OverspeedMps, StoDelayS = truth.Chain.StoDelayS });
        _frequencyNoise = new Xoshiro256(StateHash.Mix(seed, FrequencyNoiseStream));
        _frequencyNoiseHz = truth.Sensors.FrequencyNoiseHz;
        _landingRopeLengthM = truth.Mechanics.RopeLengthAtRestM(truth.Shaft.LowerLandingDepthM);
        GridFrequencyHz = truth.NominalFrequencyHz;
    }

    /// <summary>What is true of the plant.</summary>
    public PlantTruth TruthOfPlant { get; }

    /// <summary>Steps since the start, which are milliseconds.</summary>
    public long TimeMs { get; private set; }

    public int HoistCount => _firmware.Length;

    /// <summary>Register devices; reads and writes are those of the wire.</summary>
    public DriveFirmware Drive(int hoist) => _firmware[hoist].Drive;

    public BrakeUnitFirmware BrakeUnit(int hoist) => _firmware[hoist].BrakeUnit;

    public HoistIoFirmware HoistIo(int hoist) => _firmware[hoist].Io;

    /// <summary>What the switches and the load cell of a hoist gave in the last step, for boards that are wired to them.</summary>
    public ref readonly HoistIoSignals IoSignals(int hoist) => ref _physics.Hoists[hoist].IoSignals;

    /// <summary>What the brake of a hoist gave in the last step, for boards that are wired to it.</summary>
    public ref readonly BrakeUnitSignals BrakeSignals(int hoist) => ref _physics.Hoists[hoist].BrakeSignals;

    public MeterFirmware Meter => _meter;

    public PlantIoFirmware PlantIo => _plantIo;

    /// <summary>The hard-wired chain.</summary>
    public SafetyChain Chain { get; }

    /// <summary>True frequency of the grid [Hz].</summary>
    public double GridFrequencyHz { get; set; }

    /// <summary>An emergency-stop button is pressed.</summary>
    public bool EmergencyStop { get; set; }

    /// <summary>The reset key on site is turned.</summary>
    public bool ResetKey { get; set; }

    /// <summary>True net power at the grid meter, mean of the last step, export positive [W].</summary>
    public double GridPowerW => _physics.GridPowerW;

    /// <summary>The energy books.</summary>
    public EnergyAudit Audit => _physics.Audit;

    /// <summary>What is true of one hoist after the last step.</summary>
    public ref readonly HoistTruth Truth(int hoist) => ref _physics.Hoists[hoist].Truth;

    /// <summary>Potential energy of weights and ropes above their state with every weight on its lower landing [J].</summary>
    public double PotentialEnergyJ
    {
        get
        {
            double sumJ = 0.0;
            for (int i = 0; i < _firmware.Length; i++) sumJ += PotentialEnergyOfHoistJ(i);
            return sumJ;
        }
    }

    /// <summary>Takes a drive's supply away and gives it back between two steps: it comes up as after power-up, without torque, its brake relay dropped.</summary>
    public void RestartDrive(int hoist) => _firmware[hoist].RestartDrive();

    /// <summary>One step of 1 ms.</summary>
    public void Step()
    {
        Sense();
        StepChain();
        for (int i = 0; i < _firmware.Length; i++)
        {
            _firmware[i].Step(_physics.Hoists[i], Chain.Closed, Chain.StoClosed);
            _drives[i] = _firmware[i].DriveActuation;
            _brakes[i] = _firmware[i].BrakeActuation;
        }

        _physics.Step(_drives, _brakes);
        _meter.Step(_physics.GridPowerW, GridFrequencyHz + _frequencyNoiseHz * _frequencyNoise.NextNormal());
        TimeMs++;
    }

    /// <summary>Mixes everything that later steps depend on into a 64-bit hash.</summary>
    public ulong HashState(ulong seed)
    {
        ulong hash = StateHash.Mix(seed, (ulong)TimeMs);
        for (int i = 0; i < _firmware.Length; i++) hash = _firmware[i].Mix(_physics.Hoists[i].Mix(hash));
        return _frequencyNoise.Mix(_plantIo.HashState(_meter.HashState(Chain.HashState(hash))));
    }

    private void Sense()
    {
        for (int i = 0; i < _firmware.Length; i++)
        {
            HoistPlant hoist = _physics.Hoists[i];
            hoist.Sense();
            ref ChainHoistSignals signals = ref Chain.Hoist(i);
            signals.Overtravel = hoist.IoSignals.UpperOvertravel || hoist.IoSignals.LowerOvertravel;
            signals.DrumSpeedMps = hoist.BrakeSignals.DrumSpeedMps;
            signals.DriveFaulted = _firmware[i].Drive.Faults.Any;
        }
    }

    private void StepChain()
    {
        ChainSignals signals = new()
        {
            EmergencyStop = EmergencyStop,
            ResetKey = ResetKey,
            WatchdogClosed = _plantIo.WatchdogClosed,
            TripRequested = _plantIo.TripRequested,
        };
        Chain.Step(signals);
        _plantIo.Step(new PlantIoSignals
        {
            ChainClosed = Chain.Closed,
            EmergencyStop = EmergencyStop,
            ResetKey = ResetKey,
            Overspeed = Chain.OverspeedTripped,
        });
    }

    private double PotentialEnergyOfHoistJ(int hoist)
    {
        RopeDrumMechanics mechanics = _physics.Hoists[hoist].Mechanics;
        MechanicsTruth truth = TruthOfPlant.Mechanics;
        double landingM = _landingRopeLengthM, lengthM = mechanics.RopeLengthM;
        double weightKgM = truth.WeightMassKg * (TruthOfPlant.Shaft.LowerLandingDepthM - mechanics.WeightDepthM);
        double ropeKgM = 0.5 * truth.RopeMassPerMetreKg * (landingM * landingM - lengthM * lengthM);
        return (weightKgM + ropeKgM) * PhysicalConstants.GravityMps2;
    }
}
