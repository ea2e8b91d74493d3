namespace Gravistore.Core.Protection;

/// <summary>Numbers of the protections; the same number is the number of the event that tells of it.</summary>
public static class ProtectionNumber
{
    public const int Start = 100;
    public const int OverspeedWarning = 101;
    public const int OverspeedStop = 102;
    public const int OverspeedTrip = 103;
    public const int Envelope = 104;
    public const int OverwindSoft = 105;
    public const int OverwindHard = 106;
    public const int UnderwindSoft = 107;
    public const int UnderwindHard = 108;
    public const int OvertravelSwitch = 109;
    public const int SlackWarning = 110;
    public const int SlackTrip = 111;
    public const int Overload = 112;
    public const int BrakeNotLifted = 113;
    public const int BrakeNotSet = 114;
    public const int BrakeLost = 115;
    public const int DriveFault = 116;
    public const int DriveNotReady = 117;
    public const int TorqueNotProven = 118;
    public const int DriveStale = 119;
    public const int DriveLost = 120;
    public const int IoStale = 121;
    public const int BrakeUnitStale = 122;
    public const int MeterStale = 123;
    public const int WrongDirection = 124;
    public const int RollBack = 125;
    public const int SpeedDeviation = 126;
    public const int EncoderDifference = 127;
    public const int MagnetWarning = 128;
    public const int MagnetTrip = 129;
    public const int ChainOpen = 130;
    public const int EmergencyStop = 131;
    public const int BrakeUnitFault = 132;
    public const int DiscHot = 133;
    public const int Invariant = 134;
    public const int InternalFault = 135;
    public const int RopeForceLost = 136;
    public const int PlantIoStale = 137;
    public const int DriveLocal = 138;
    public const int PositionLost = 139;
    public const int BrakeStopAsked = 140;
    public const int CycleSlips = 141;
}
