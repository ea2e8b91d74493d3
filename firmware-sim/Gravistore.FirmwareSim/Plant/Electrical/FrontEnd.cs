using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>
/// The front end of one hoist in a dip of the grid: at a share of the voltage its current limit carries that share of the power. It limits,
/// and what the link then takes goes to the drive, or it trips and stays so until the dip is over. A hoist that draws too much trips it either way.
/// </summary>
internal sealed class FrontEnd
{
    private readonly PowerLimitAction _action;
    private readonly long _fromStep, _toStep;
    private readonly double _limitW;
    private long _step;
    private bool _tripped;

    public FrontEnd(FrontEndTruth truth, double basePowerW)
    {
        _action = truth.DipAction;
        _fromStep = Steps(truth.DipAtS);
        _toStep = _fromStep + Steps(truth.DipDurationS);
        _limitW = 1e-4 * truth.CurrentLimitPercent * truth.DipVoltagePercent * basePowerW;
    }

    /// <summary>Some moment of the run lies in a dip.</summary>
    private bool Dips => _toStep > _fromStep;

    /// <summary>What the drive senses of it in this step, given the last step's truth of the hoist.</summary>
    public void Sense(in HoistTruth hoist, ref DriveSignals drive)
    {
        if (!Dips) return;
        bool dip = _step >= _fromStep && _step < _toStep;
        _step++;
        _tripped = dip && (_tripped || Overloaded(hoist.FrontEndPowerW));
        drive.FrontEndTripped = _tripped;
        drive.LinkLimited = dip && _action == PowerLimitAction.Limit;
        // What motor and converter lose need not go through the front end.
        double lossW = hoist.MotorForceN * hoist.SpeedMps - hoist.FrontEndPowerW;
        drive.LinkPowerW = _limitW + Math.Max(0.0, lossW);
    }

    /// <summary>Mixes what later steps depend on into a hash; the step itself is the plant's time.</summary>
    public ulong Mix(ulong hash) => Dips ? StateHash.Mix(hash, _tripped ? 1UL : 0UL) : hash;

    // Whoever draws more than the limit empties the link, whatever the front end would do.
    private bool Overloaded(double powerW) => -powerW > _limitW || (_action == PowerLimitAction.Trip && powerW > _limitW);

    private static long Steps(double timeS) => (long)Math.Round(timeS / PhysicalConstants.StepS);
}
