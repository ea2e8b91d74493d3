using Gravistore.Core.Images;

namespace Gravistore.Devices;

/// <summary>
/// Control words of the ABB Drives profile. Source: ABB ACS580 and ACS380 firmware manuals, "Contents of the fieldbus Control word".
/// Bits: 0 OFF1, 1 OFF2, 2 OFF3 (all low active), 3 RUN, 4 to 6 ramp enables, 7 RESET (edge), 10 REMOTE_CMD.
/// </summary>
public static class DriveControlWord
{
    /// <summary>
    /// OFF1 low with RUN kept: a running drive ramps down, a stopped one goes to (or stays) ready to switch on.
    /// 0x0476 would say the same to a stopped drive, but takes RUN from a running one, which then stops modulating with its load in the air.
    /// </summary>
    public const ushort Off = 0x047E;
    /// <summary>Ready to operate, not running.</summary>
    public const ushort Ready = 0x0477;
    /// <summary>Run and follow the references.</summary>
    public const ushort Run = 0x047F;
    /// <summary>OFF3 low: emergency ramp of parameter 23.23.</summary>
    public const ushort EmergencyRamp = 0x047B;
    /// <summary>OFF2 low: coast.</summary>
    public const ushort Coast = 0x047D;
    /// <summary>The rising edge of RESET with OFF1 and RUN low; the next word must have RESET low again.</summary>
    public const ushort FaultReset = 0x04F6;

    /// <summary>The control word of a command; false where the number is no command at all.</summary>
    public static bool TryGet(DriveCommand command, out ushort word)
    {
        word = command switch
        {
            DriveCommand.Off => Off,
            DriveCommand.Ready => Ready,
            DriveCommand.Run => Run,
            DriveCommand.EmergencyRamp => EmergencyRamp,
            DriveCommand.Coast => Coast,
            DriveCommand.FaultReset => FaultReset,
            _ => 0,
        };
        return word != 0;
    }
}
