using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>What is measured at one hoist, filled once per step into the signals of its drive, brake unit and input module.</summary>
internal sealed class HoistSensors
{
    private const double SlackShareOfWeight = 0.05;

    private readonly RopeDrumMechanics _mechanics;
    private readonly LoadCell _loadCell;
    private readonly ShaftSwitches _switches;
    private readonly double _motorCountsPerM;
    private readonly double _radPerSPerCount;
    private readonly double _drumCountsPerM;
    private readonly int _drumZeroCount;
    private readonly double _slackN;
    private double _lastMotorCount;

    /// <summary>Sensors of one hoist, settled at its present state.</summary>
    public HoistSensors(PlantTruth truth, RopeDrumMechanics mechanics, Xoshiro256 noise)
    {
        _mechanics = mechanics;
        _loadCell = new LoadCell(truth.Sensors, noise, mechanics.DrumForceN);
        _switches = new ShaftSwitches(truth.Shaft, truth.Sensors.MagnetLengthM);
        _motorCountsPerM = truth.Mechanics.MotorRadPerM * truth.Motor.EncoderCountsPerTurn / (2.0 * Math.PI);
        _radPerSPerCount = 2.0 * Math.PI / (truth.Motor.EncoderCountsPerTurn * PhysicalConstants.StepS);
        _drumCountsPerM = truth.DrumEncoder.CountsPerTurn / (Math.PI * truth.Mechanics.DrumDiameterM);
        _drumZeroCount = truth.DrumEncoder.ZeroCount;
        _slackN = SlackShareOfWeight * truth.Mechanics.WeightMassKg * PhysicalConstants.GravityMps2;
        _lastMotorCount = Math.Floor(mechanics.RopeLengthM * _motorCountsPerM);
    }

    /// <summary>Signals of the drive and of the input module; lift switches and temperatures are filled by who owns them.</summary>
    public void Measure(ref DriveSignals drive, ref HoistIoSignals io)
    {
        double motorCount = Math.Floor(_mechanics.RopeLengthM * _motorCountsPerM);
        drive.MotorSpeedRadPerS = (_lastMotorCount - motorCount) * _radPerSPerCount;
        _lastMotorCount = motorCount;
        drive.DrumPositionCounts = _drumZeroCount + (int)Math.Floor(_mechanics.RopeLengthM * _drumCountsPerM);
        MeasureShaft(ref io);
    }

    /// <summary>The weight is at a landing.</summary>
    public bool OnLanding => _switches.OnLanding(_mechanics.WeightDepthM);

    /// <summary>Mixes the memory of the sensors into a hash.</summary>
    public ulong Mix(ulong hash) => _loadCell.Mix(StateHash.Mix(hash, _lastMotorCount));

    private void MeasureShaft(ref HoistIoSignals io)
    {
        double depthM = _mechanics.WeightDepthM;
        io.RopeForceMilliampere = _loadCell.Measure(_mechanics.DrumForceN);
        io.UpperLanding = _switches.UpperLanding(depthM);
        io.LowerLanding = _switches.LowerLanding(depthM);
        io.UpperOvertravel = _switches.UpperOvertravel(depthM);
        io.LowerOvertravel = _switches.LowerOvertravel(depthM);
        io.SlackRope = _mechanics.RopeForceN < _slackN;
        io.Magnet = _switches.Magnet(depthM);
    }
}
