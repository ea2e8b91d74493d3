namespace Gravistore.FirmwareSim.Firmware;

/// <summary>What a drive senses of its hoist, once per millisecond.</summary>
public struct DriveSignals
{
    /// <summary>Speed of the motor's shaft from its encoder, hoisting positive [rad/s].</summary>
    public double MotorSpeedRadPerS;
    /// <summary>Count of the absolute drum encoder, rising as rope is paid out.</summary>
    public int DrumPositionCounts;
    /// <summary>Safe-torque-off channels; torque is possible only while both are closed.</summary>
    public bool StoAClosed;
    public bool StoBClosed;
    /// <summary>Mains of the drive are present.</summary>
    public bool MainsOk;
    /// <summary>The front end cannot carry more than <see cref="LinkPowerW"/> away from the link.</summary>
    public bool LinkLimited;
    /// <summary>Greatest generating power at the motor's shaft that the link takes, where limited [W].</summary>
    public double LinkPowerW;
    /// <summary>The front end has tripped.</summary>
    public bool FrontEndTripped;
    /// <summary>Lift switches of both brake channels, wired to the drive's acknowledge input.</summary>
    public bool BrakeLifted;
    public double MotorTemperatureC;
}

/// <summary>What a drive does to its hoist.</summary>
public struct DriveActuation
{
    /// <summary>Torque asked of the inverter, positive holds the load [N m].</summary>
    public double TorqueReferenceNm;
    /// <summary>The inverter modulates: it can give torque, and it has losses.</summary>
    public bool Modulating;
    /// <summary>44.01 bit 0: the relay in the brake's release circuit.</summary>
    public bool BrakeRelay;
}

/// <summary>What a brake unit senses.</summary>
public struct BrakeUnitSignals
{
    public bool ChainClosed;
    /// <summary>The drive's relay (44.01 bit 0).</summary>
    public bool DriveRelay;
    /// <summary>Rope speed from the unit's own pulse on the drum, magnitude [m/s].</summary>
    public double DrumSpeedMps;
    public bool LiftedA;
    public bool LiftedB;
    public double PressureABar;
    public double PressureBBar;
    public double DiscTemperatureC;
}

/// <summary>What a brake unit asks of its two channels: 0 = lifted, 1 = full spring force.</summary>
public struct BrakeUnitActuation
{
    public double ApplyA;
    public double ApplyB;
}

/// <summary>What an input module of a hoist senses.</summary>
public struct HoistIoSignals
{
    /// <summary>Signal of the rope force transmitter [mA].</summary>
    public double RopeForceMilliampere;
    public bool BrakeALifted, BrakeBLifted, BrakeASet, BrakeBSet;
    public bool UpperLanding, LowerLanding, UpperOvertravel, LowerOvertravel, SlackRope, Magnet;
}

/// <summary>Modbus exception codes; None means success.</summary>
public enum ModbusException { None = 0, IllegalFunction = 1, IllegalAddress = 2, IllegalValue = 3, DeviceFailure = 4, Busy = 6 }

/// <summary>A device behind Modbus registers.</summary>
public interface IRegisterDevice
{
    /// <summary>Reads holding registers from wire address <paramref name="address"/>; on an exception the destination is untouched.</summary>
    ModbusException Read(int address, Span<ushort> destination);

    /// <summary>Writes holding registers from wire address <paramref name="address"/>; on an exception nothing is written.</summary>
    ModbusException Write(int address, ReadOnlySpan<ushort> source);
}
