using System.Runtime.InteropServices;

namespace Gravistore.Core.Images;

/// <summary>What is known of a value besides the value. Never: nothing was ever received.</summary>
public enum Quality : int { Never = 0, Bad = 1, Good = 2 }

/// <summary>
/// Everything the controller may know in one cycle. Allocated once, filled by whoever runs the loop, never changed while Step runs.
/// Sized by the plant: <see cref="Hoists"/> has one entry for each hoist.
/// </summary>
public sealed class CycleInput
{
    public CycleInput(int hoistCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hoistCount, 1);
        Hoists = new HoistInput[hoistCount];
    }

    /// <summary>Monotonic time of this cycle [ns].</summary>
    public long NowNs;
    public PlantInput Plant;
    public readonly HoistInput[] Hoists;
    /// <summary>Commands of this cycle, oldest first; at most <see cref="MaxCommands"/>.</summary>
    public readonly Command[] Commands = new Command[MaxCommands];
    public int CommandCount;
    public const int MaxCommands = 8;
}

/// <summary>Plant-wide inputs.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public struct PlantInput
{
    /// <summary>Net power at the grid meter, export positive [W].</summary>
    public double GridPowerW;
    /// <summary>Grid frequency [Hz].</summary>
    public double GridFrequencyHz;
    /// <summary>Age of the meter's values [ns].</summary>
    public long MeterAgeNs;
    /// <summary>Age of the plant module's values [ns].</summary>
    public long IoAgeNs;
    public Quality MeterQuality;
    public Quality IoQuality;
    /// <summary>See <see cref="PlantSignals"/>.</summary>
    public PlantSignals Signals;
    /// <summary>Free-running counter of the plant module: one that stands still makes its image stale.</summary>
    public int IoLifeCounter;
}

/// <summary>Signals of the plant module, already in positive logic.</summary>
[Flags]
public enum PlantSignals : int
{
    None = 0,
    ChainClosed = 1,
    EmergencyStop = 2,
    ResetKey = 4,
    Overspeed = 8,
}

/// <summary>Inputs of one hoist: images of its drive, its input module and its brake unit, each with age and quality.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public struct HoistInput
{
    /// <summary>Rope speed at the drum from the motor encoder, lowering positive [m/s].</summary>
    public double SpeedMps;
    /// <summary>Motor force at the rope, positive when it holds the load [N].</summary>
    public double MotorForceN;
    /// <summary>Paid-out rope length from the absolute drum encoder [m].</summary>
    public double RopeLengthM;
    /// <summary>Rope force at the drum from the load cell [N].</summary>
    public double RopeForceN;
    /// <summary>Brake pressure of the channels [bar]; 0 = braking.</summary>
    public double PressureABar;
    public double PressureBBar;
    /// <summary>Brake disc temperature [deg C].</summary>
    public double DiscTemperatureC;
    /// <summary>Age of the drive's image [ns].</summary>
    public long DriveAgeNs;
    /// <summary>Age of the input module's image [ns].</summary>
    public long IoAgeNs;
    /// <summary>Age of the brake unit's image [ns].</summary>
    public long BrakeAgeNs;
    public Quality DriveQuality;
    public Quality IoQuality;
    public Quality BrakeQuality;
    public Quality RopeForceQuality;
    /// <summary>Drive status word as read.</summary>
    public int StatusWord;
    /// <summary>Tripping fault code of the drive, 0 = none.</summary>
    public int FaultCode;
    /// <summary>Free-running counters: a counter that stands still makes its image stale.</summary>
    public int DriveLifeCounter;
    public int IoLifeCounter;
    public int BrakeHeartbeat;
    public DriveFlags Drive;
    public HoistSignals Signals;
    public BrakeUnitState BrakeState;
    public int BrakeFaultBits;
    private int _reserved;
}

/// <summary>The drive's status word, decoded.</summary>
[Flags]
public enum DriveFlags : int
{
    None = 0,
    ReadyToSwitchOn = 1,
    ReadyToOperate = 2,
    OperationEnabled = 4,
    Faulted = 8,
    SwitchOnInhibited = 16,
    Warning = 32,
    AtSetPoint = 64,
    Remote = 128,
    /// <summary>44.01 bit 0: the drive commands its brake relay open; torque is proven.</summary>
    BrakeOpenCommand = 256,
    Modulating = 512,
    /// <summary>OFF2 (coast) is active in the drive.</summary>
    Off2Active = 1024,
    /// <summary>OFF3 (emergency ramp) is active in the drive.</summary>
    Off3Active = 2048,
    CommunicationError = 4096,
}

/// <summary>Signals of a hoist's input module, already in positive logic.</summary>
[Flags]
public enum HoistSignals : int
{
    None = 0,
    BrakeALifted = 1,
    BrakeBLifted = 2,
    BrakeASet = 4,
    BrakeBSet = 8,
    UpperLanding = 16,
    LowerLanding = 32,
    UpperOvertravel = 64,
    LowerOvertravel = 128,
    SlackRope = 256,
    Magnet = 512,
}

/// <summary>State that the brake unit reports.</summary>
public enum BrakeUnitState : int { Off = 0, Starting = 1, Ready = 2, Released = 3, Applied = 4, Fault = 5 }

/// <summary>What an operator, a schedule or a scenario asks of the plant.</summary>
public enum CommandKind : int
{
    None = 0,
    /// <summary>Prove torque and open the brakes of the hoists; hold on the motors.</summary>
    Arm,
    /// <summary>From Armed or Running: net power at the grid meter [W], export positive, with <see cref="Command.RateWPerS"/>.</summary>
    SetPower,
    /// <summary>Stop, close the brakes where the weights are.</summary>
    Park,
    /// <summary>Stop, drive every weight to its nearest landing, close the brakes.</summary>
    ParkAtLanding,
    /// <summary>Controlled stop of the plant at once, then brakes.</summary>
    Stop,
    /// <summary>The brake units stop every hoist, graded; latches. No emergency stop: that is hard-wired.</summary>
    BrakeStop,
    /// <summary>Asked by the loop that runs the controller, when too many cycles began late: the same as <see cref="BrakeStop"/> with a cause of its own.</summary>
    TripOnSlips,
}

/// <summary>One command. Which fields count depends on <see cref="Kind"/>.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public struct Command
{
    /// <summary>Net power at the grid meter [W], export positive.</summary>
    public double PowerW;
    /// <summary>Greatest rate of change of the power [W/s]; 0 = at once.</summary>
    public double RateWPerS;
    public CommandKind Kind;
    /// <summary>With SetPower: hoists that stay open and share, however little power is asked for; 0 = as few as the power needs.</summary>
    public int ReadyHoists;
}
