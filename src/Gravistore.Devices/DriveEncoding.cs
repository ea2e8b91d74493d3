namespace Gravistore.Devices;

/// <summary>What became of a drive's references on their way into registers.</summary>
[Flags]
public enum DriveEncoding : int
{
    /// <summary>Sent as asked.</summary>
    Ok = 0,
    /// <summary>The speed reference was beyond full scale (46.01) and is sent as full scale.</summary>
    SpeedSaturated = 1,
    /// <summary>The force was beyond full scale (46.03) and is sent as full scale.</summary>
    ForceSaturated = 2,
    /// <summary>A reference was not a finite number or the command is unknown: the drive is sent an emergency ramp that still carries the load. Whoever sees this has found a fault in the program.</summary>
    Refused = 4,
}
