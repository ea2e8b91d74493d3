namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Codes that the firmware raises itself; names, cures and sources stand in the drive's data file.</summary>
public static class DriveFaultCode
{
    public const int LinkOvervoltage = 0x3210;
    public const int LinkUndervoltage = 0x3220;
    public const int MotorTemperature = 0x4981;
    public const int MotorTemperatureWarning = 0xA491;
    public const int StoHardware = 0x5090;
    public const int SafeTorqueOff = 0x5091;
    public const int SafeTorqueOffWarning = 0xA5A0;
    public const int Sto1Lost = 0xFA81;
    public const int Sto2Lost = 0xFA82;
    public const int EmbeddedCommunication = 0x6681;
    public const int EmbeddedCommunicationWarning = 0xA7CE;
    public const int AdapterCommunication = 0x7510;
    public const int AdapterCommunicationWarning = 0xA7C1;
    public const int MotorStall = 0x7121;
    public const int Overspeed = 0x7310;
    public const int LineSideUnit = 0x7583;
    public const int SignalSupervision = 0x80B0;
    public const int BrakeClosing = 0x71A2;
    public const int BrakeClosingWarning = 0xA7A1;
    public const int BrakeOpening = 0x71A3;
    public const int BrakeOpeningNotAllowed = 0x71A5;
    public const int EmergencyOff2Warning = 0xAFE1;
    public const int EmergencyOff3Warning = 0xAFE2;
    public const int TorqueProving = 0xD100;
    public const int BrakeSlip = 0xD101;

    /// <summary>Every code that the firmware raises.</summary>
    public static ReadOnlySpan<int> All =>
    [
        LinkOvervoltage, LinkUndervoltage, MotorTemperature, MotorTemperatureWarning, StoHardware, SafeTorqueOff, SafeTorqueOffWarning,
        Sto1Lost, Sto2Lost, EmbeddedCommunication, EmbeddedCommunicationWarning, AdapterCommunication, AdapterCommunicationWarning,
        MotorStall, Overspeed, LineSideUnit, SignalSupervision, BrakeClosing, BrakeClosingWarning, BrakeOpening, BrakeOpeningNotAllowed, EmergencyOff2Warning,
        EmergencyOff3Warning, TorqueProving, BrakeSlip,
    ];
}
