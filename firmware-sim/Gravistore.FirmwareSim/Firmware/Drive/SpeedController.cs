namespace Gravistore.FirmwareSim.Firmware;

/// <summary>
/// Proportional-integral speed controller with an additive torque. The integrator is set so that the torque does not jump where the
/// controller takes over a held load, nor where the additive torque comes or goes.
/// </summary>
public sealed class SpeedController
{
    private double _integralNm;

    /// <summary>The controller forms the torque.</summary>
    public bool Active { get; private set; }
    /// <summary>Torque asked in the last step, limited [N m].</summary>
    public double TorqueNm { get; private set; }
    /// <summary>The last step was at a torque limit.</summary>
    public bool AtLimit { get; private set; }

    /// <summary>Gives a torque without control, as while a brake is closed [N m].</summary>
    public void Hold(double torqueNm)
    {
        Active = false;
        AtLimit = false;
        TorqueNm = torqueNm;
        _integralNm = 0.0;
    }

    /// <summary>The additive torque changes its source: the integrator takes over what is lost and gives back what is added [N m].</summary>
    public void ShiftAdditive(double lostNm)
    {
        if (Active) _integralNm += lostNm;
    }

    /// <summary>One step of control.</summary>
    /// <param name="referenceRpm">Speed wanted.</param>
    /// <param name="speedRpm">Speed measured.</param>
    /// <param name="additiveNm">Additive torque.</param>
    /// <param name="lowNm">Least torque allowed.</param>
    /// <param name="highNm">Greatest torque allowed.</param>
    /// <param name="tuning">Gains.</param>
    public void Control(double referenceRpm, double speedRpm, double additiveNm, double lowNm, double highNm, DriveTuning tuning)
    {
        if (!Active) TakeOver(additiveNm);
        double errorRpm = referenceRpm - speedRpm;
        double wantedNm = additiveNm + tuning.GainNmPerRpm * errorRpm + _integralNm;
        double limitedNm = wantedNm < lowNm ? lowNm : wantedNm > highNm ? highNm : wantedNm;
        AtLimit = limitedNm != wantedNm;
        TorqueNm = limitedNm;
        // Anti-windup: at a limit the integrator moves only back towards the range.
        if (!AtLimit || (wantedNm - limitedNm) * errorRpm < 0.0) _integralNm += tuning.IntegralNmPerRpmStep * errorRpm;
    }

    /// <summary>Adds what the next steps depend on to a hash.</summary>
    internal ulong Hash(ulong seed) => FirmwareHash.Add(FirmwareHash.Add(FirmwareHash.Add(seed, _integralNm), TorqueNm), Active ? 1L : 0L);

    private void TakeOver(double additiveNm)
    {
        Active = true;
        _integralNm = TorqueNm - additiveNm;
    }
}
