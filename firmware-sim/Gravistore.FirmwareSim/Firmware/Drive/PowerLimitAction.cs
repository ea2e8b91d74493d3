namespace Gravistore.FirmwareSim.Firmware;

/// <summary>What a device does where a load drives more power through it than its limit allows.</summary>
public enum PowerLimitAction
{
    /// <summary>It holds the power at the limit. Torque is then P/v: it falls as the speed rises, and a lowering weight runs away.</summary>
    Limit = 0,
    /// <summary>It faults, and the brakes close.</summary>
    Trip,
}
