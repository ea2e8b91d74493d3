using Gravistore.Core.Images;

namespace Gravistore.Devices;

/// <summary>
/// The status word of the ABB Drives profile, bit by bit. It is never compared for equality: bits 7, 10, 11, 13 and 14 vary with
/// warnings, limits and user settings, so every flag is taken from its own bit. Source: ABB ACS580 firmware manual, "Contents of the fieldbus Status word".
/// </summary>
public static class DriveStatusWord
{
    public const int ReadyToSwitchOn = 1 << 0;
    public const int ReadyToOperate = 1 << 1;
    public const int OperationEnabled = 1 << 2;
    public const int Tripped = 1 << 3;
    /// <summary>1 = OFF2 not active.</summary>
    public const int Off2Inactive = 1 << 4;
    /// <summary>1 = OFF3 not active.</summary>
    public const int Off3Inactive = 1 << 5;
    public const int SwitchOnInhibited = 1 << 6;
    public const int Warning = 1 << 7;
    public const int AtSetPoint = 1 << 8;
    public const int Remote = 1 << 9;
    public const int CommunicationError = 1 << 15;

    /// <summary>The bits whose meaning the profile fixes; the two user bits come from the drive's file.</summary>
    public static DriveFlags Decode(int word)
    {
        DriveFlags flags = DriveFlags.None;
        if ((word & ReadyToSwitchOn) != 0) flags |= DriveFlags.ReadyToSwitchOn;
        if ((word & ReadyToOperate) != 0) flags |= DriveFlags.ReadyToOperate;
        if ((word & OperationEnabled) != 0) flags |= DriveFlags.OperationEnabled;
        if ((word & Tripped) != 0) flags |= DriveFlags.Faulted;
        if ((word & Off2Inactive) == 0) flags |= DriveFlags.Off2Active;
        if ((word & Off3Inactive) == 0) flags |= DriveFlags.Off3Active;
        if ((word & SwitchOnInhibited) != 0) flags |= DriveFlags.SwitchOnInhibited;
        if ((word & Warning) != 0) flags |= DriveFlags.Warning;
        if ((word & AtSetPoint) != 0) flags |= DriveFlags.AtSetPoint;
        if ((word & Remote) != 0) flags |= DriveFlags.Remote;
        if ((word & CommunicationError) != 0) flags |= DriveFlags.CommunicationError;
        return flags;
    }
}
