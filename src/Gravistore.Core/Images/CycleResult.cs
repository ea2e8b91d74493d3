using System.Runtime.InteropServices;
using Gravistore.Core.Modes;
using Gravistore.Core.Protection;

namespace Gravistore.Core.Images;

/// <summary>Everything one cycle gives. Allocated once; outputs expire in the devices, so they must be sent every cycle.</summary>
public sealed class CycleResult
{
    public CycleResult(int hoistCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hoistCount, 1);
        Hoists = new HoistOutput[hoistCount];
        Proposals = new ProtectionProposal[MaxProposals(hoistCount)];
    }

    public PlantOutput Plant;
    public readonly HoistOutput[] Hoists;
    /// <summary>Events of this cycle, in order; those beyond <see cref="MaxEvents"/> are counted in <see cref="EventsLost"/>.</summary>
    public readonly Event[] Events = new Event[MaxEvents];
    public int EventCount;
    public int EventsLost;
    /// <summary>
    /// What the protections asked for in this cycle, before the arbiter chose; those beyond the room are counted in <see cref="ProposalsLost"/>.
    /// No part of the state hash: everything that follows from them is.
    /// </summary>
    public readonly ProtectionProposal[] Proposals;
    public int ProposalCount;
    public int ProposalsLost;
    /// <summary>Chained over every cycle: input, result, controller state.</summary>
    public ulong StateHash;
    public const int MaxEvents = 64;

    /// <summary>Room for proposals: more than the protections of a plant and of its hoists can ask for at once.</summary>
    public static int MaxProposals(int hoistCount) => 8 + 24 * hoistCount;
}

/// <summary>What a drive is told to do; the codec turns it into a control word.</summary>
public enum DriveCommand : int
{
    /// <summary>OFF1 low: ramp down if running, close the brake, then ready to switch on.</summary>
    Off = 0,
    /// <summary>Ready to operate, not running.</summary>
    Ready = 1,
    /// <summary>Run and follow the references.</summary>
    Run = 2,
    /// <summary>OFF3: emergency ramp.</summary>
    EmergencyRamp = 3,
    /// <summary>OFF2: coast. Only with brakes applied or a drive that has failed.</summary>
    Coast = 4,
    /// <summary>The edge that resets a fault.</summary>
    FaultReset = 5,
}

/// <summary>What a brake unit is told to do.</summary>
public enum BrakeCommand : int
{
    /// <summary>Apply, graded by the unit.</summary>
    Apply = 0,
    /// <summary>Release, which the unit does only while the chain is closed and the drive's relay asks for it.</summary>
    Release = 1,
    /// <summary>Apply with full force at once.</summary>
    ApplyFull = 2,
}

/// <summary>Outputs of one hoist.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public struct HoistOutput
{
    /// <summary>Speed reference at the drum, lowering positive [m/s].</summary>
    public double SpeedReferenceMps;
    /// <summary>Additive torque reference as force at the rope, positive holds the load [N].</summary>
    public double ForceFeedForwardN;
    /// <summary>Power this hoist is expected to give at its front end, export positive [W].</summary>
    public double ExpectedPowerW;
    /// <summary>Position of the weight as the controller believes it: weight depth [m].</summary>
    public double WeightDepthM;
    /// <summary>Rope force expected at the drum [N].</summary>
    public double ExpectedRopeForceN;
    public DriveCommand DriveCommand;
    public BrakeCommand BrakeCommand;
    public HoistMode Mode;
    public Reaction Verdict;
    public int VerdictCause;
    /// <summary>Counts up by one each cycle.</summary>
    public int Heartbeat;
}

/// <summary>Outputs of the plant.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public struct PlantOutput
{
    /// <summary>Power set point in force [W].</summary>
    public double PowerSetPointW;
    /// <summary>Net grid power that the references of this cycle should give [W].</summary>
    public double ExpectedPowerW;
    /// <summary>State of charge, 0 to 1.</summary>
    public double StateOfCharge;
    /// <summary>Potential energy of weights and ropes above the lower landings [J].</summary>
    public double PotentialEnergyJ;
    public PlantMode Mode;
    /// <summary>Most restrictive reaction of the cycle and the protection that asked for it.</summary>
    public Reaction Verdict;
    public int VerdictCause;
    /// <summary>First cause since the last reset, 0 = none.</summary>
    public int FirstOut;
    /// <summary>The line that must toggle.</summary>
    public int Watchdog;
    /// <summary>1 while the controller asks the hard-wired chain to open.</summary>
    public int TripRequest;
    public int Counter;
    private int _reserved;
}

/// <summary>One event: what, where, with which values. Texts are in the event dictionary.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public struct Event
{
    public long TimeNs;
    /// <summary>The value that crossed, and the limit it crossed, in the unit the dictionary names.</summary>
    public double Value;
    public double Limit;
    public int Number;
    /// <summary>Hoist number from 0, or -1 for the plant.</summary>
    public int Hoist;
}

/// <summary>What one protection asks for in one cycle: number, reaction, the value that crossed and its limit, in the unit the event dictionary names.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public struct ProtectionProposal
{
    public double Value;
    public double Limit;
    /// <summary>See <see cref="ProtectionNumber"/>.</summary>
    public int Number;
    public Reaction Reaction;
    /// <summary>Hoist number from 0, or -1 for the plant.</summary>
    public int Hoist;
    private int _reserved;
}
