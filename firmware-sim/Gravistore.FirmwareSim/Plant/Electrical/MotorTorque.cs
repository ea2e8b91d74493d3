namespace Gravistore.FirmwareSim.Plant;

/// <summary>Torque of the motor as force at the rope: follows what the drive asks with a first-order lag, and dies away with the same lag when the inverter blocks.</summary>
internal sealed class MotorTorque
{
    private readonly double _forcePerTorque;
    private readonly double _follow;
    private readonly double _negligibleN;
    private double _forceN;

    /// <summary>The motor of a hoist; the gain is torque given over torque asked.</summary>
    public MotorTorque(MechanicsTruth mechanics, MotorTruth motor, double torqueGain)
    {
        _forcePerTorque = torqueGain * mechanics.MotorRadPerM;
        _follow = Math.Min(1.0, PhysicalConstants.StepS / (motor.TorqueLagS + 0.5 * PhysicalConstants.StepS));
        _negligibleN = 1e-4 * motor.RatedTorqueNm * mechanics.MotorRadPerM;
    }

    /// <summary>Force at the rope at the end of the last step, positive holds the load [N].</summary>
    public double ForceN => _forceN;

    /// <summary>Mean force of one step for a torque reference [N m] while modulating, or for none.</summary>
    public double StepMeanN(double referenceNm, bool modulating)
    {
        double startN = _forceN;
        double aimN = modulating ? referenceNm * _forcePerTorque : 0.0;
        _forceN += (aimN - _forceN) * _follow;
        if (!modulating && Math.Abs(_forceN) < _negligibleN) _forceN = 0.0;
        return 0.5 * (startN + _forceN);
    }
}
