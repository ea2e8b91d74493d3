namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Bits of the ABB Drives profile's control word.</summary>
public static class ControlBits
{
    public const int Off1 = 0x0001;
    public const int Off2 = 0x0002;
    public const int Off3 = 0x0004;
    public const int Run = 0x0008;
    public const int RampOutput = 0x0010;
    public const int RampRuns = 0x0020;
    public const int RampInput = 0x0040;
    public const int Reset = 0x0080;
    public const int Remote = 0x0400;
    public const int External2 = 0x0800;
    /// <summary>The three OFF commands, active when 0.</summary>
    public const int Offs = Off1 | Off2 | Off3;
    /// <summary>All three ramp bits: the reference is followed.</summary>
    public const int Ramp = RampOutput | RampRuns | RampInput;
}

/// <summary>Bits of the ABB Drives profile's status word.</summary>
public static class StatusBits
{
    public const int ReadyToSwitchOn = 0x0001;
    public const int ReadyToRun = 0x0002;
    public const int ReadyForReference = 0x0004;
    public const int Tripped = 0x0008;
    public const int Off2Inactive = 0x0010;
    public const int Off3Inactive = 0x0020;
    public const int SwitchOnInhibited = 0x0040;
    public const int Alarm = 0x0080;
    public const int AtSetPoint = 0x0100;
    public const int Remote = 0x0200;
    public const int AboveLimit = 0x0400;
    public const int External2 = 0x0800;
    public const int RunEnabled = 0x1000;
    public const int CommunicationError = 0x8000;
}
