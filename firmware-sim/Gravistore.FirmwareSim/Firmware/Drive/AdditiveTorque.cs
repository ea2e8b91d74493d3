namespace Gravistore.FirmwareSim.Firmware;

/// <summary>REF2: additive torque of the master, limited to full scale, and gone when it is not refreshed in time.</summary>
public sealed class AdditiveTorque
{
    private int _ageSteps;

    /// <summary>REF2 was refreshed within the time allowed.</summary>
    public bool Fresh { get; private set; }
    /// <summary>Additive torque in force, 0 when not fresh [N m].</summary>
    public double TorqueNm { get; private set; }

    /// <summary>One step of 1 ms; the speed controller takes over what expires and gives back what returns.</summary>
    public void Step(bool refreshed, int counts, SpeedController controller, DriveTuning tuning)
    {
        if (refreshed) Refresh(counts, controller, tuning);
        else if (Fresh && ++_ageSteps > tuning.AdditiveTorqueSteps) Expire(controller);
    }

    /// <summary>Adds what the next steps depend on to a hash.</summary>
    internal ulong Hash(ulong seed) => FirmwareHash.Add(FirmwareHash.Add(seed, TorqueNm), Fresh ? _ageSteps : -1L);

    private void Refresh(int counts, SpeedController controller, DriveTuning tuning)
    {
        int limited = Math.Min(Math.Max(counts, -tuning.TorqueCounts), tuning.TorqueCounts);
        double torqueNm = limited * tuning.ReferenceNmPerCount;
        if (!Fresh) controller.ShiftAdditive(-torqueNm);
        TorqueNm = torqueNm;
        Fresh = true;
        _ageSteps = 0;
    }

    private void Expire(SpeedController controller)
    {
        controller.ShiftAdditive(TorqueNm);
        TorqueNm = 0.0;
        Fresh = false;
    }
}
