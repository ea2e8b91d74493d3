using System.Runtime.InteropServices;
using Gravistore.Core.Modes;
using Gravistore.Core.Power;
using Gravistore.Core.Protection;

namespace Gravistore.Core;

/// <summary>All that lives from cycle to cycle of one hoist: plain data, no references.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public struct HoistState
{
    /// <summary>Paid-out rope length [m] and the weight depth derived from it, stretch and magnets [m].</summary>
    public double RopeLengthM;
    public double WeightDepthM;
    /// <summary>Correction of the weight depth learned at shaft magnets [m].</summary>
    public double DepthOffsetM;
    /// <summary>Static drum force (m + mu L) g [N].</summary>
    public double StaticForceN;
    /// <summary>Weight and the third of the rope that moves with it [kg].</summary>
    public double MovingMassKg;
    /// <summary>Drum speed, lowering positive [m/s].</summary>
    public double SpeedMps;
    /// <summary>Distance by which the motor encoder has run ahead of the drum encoder, forgotten within seconds [m].</summary>
    public double EncoderDriftM;
    /// <summary>Weight depth at which the present magnet window was entered [m].</summary>
    public double MagnetEntryDepthM;
    /// <summary>Difference found at the last magnet [m].</summary>
    public double MagnetErrorM;
    /// <summary>Planned speed [m/s] and acceleration [m/s2], lowering positive.</summary>
    public double SpeedRefMps;
    public double AccelerationRefMps2;
    /// <summary>Speed asked for by power sharing or parking, before limits [m/s].</summary>
    public double SpeedTargetMps;
    /// <summary>Motor force at the rope that the plan of this cycle needs [N].</summary>
    public double PlannedForceN;
    /// <summary>Power that the plan of this cycle should give at the front end [W].</summary>
    public double PlannedPowerW;
    /// <summary>Greatest allowed speed towards the lower and towards the upper landing [m/s], both positive.</summary>
    public double LimitDownMps;
    public double LimitUpMps;
    /// <summary>Greatest speed of a hoist that is relieved by another, falling while the other takes over [m/s].</summary>
    public double ReliefLimitMps;
    /// <summary>Part of the planned retardation with which the hoist nears its landing while another takes over.</summary>
    public double HandOverShare;
    /// <summary>Distance travelled against the planned direction [m].</summary>
    public double WrongDirectionM;
    /// <summary>Additive force that goes to the drive in the open modes [N].</summary>
    public double CommandForceN;
    /// <summary>Speed reference that goes to the drive in the open modes [m/s].</summary>
    public double CommandSpeedMps;
    /// <summary>What the observer believes of rope and weight.</summary>
    public RopeEstimate Rope;
    /// <summary>Rope length when the brake was told to open [m].</summary>
    public double OpeningLengthM;
    /// <summary>Depth the hoist is to park at, NaN-free: used only while <see cref="ParkAtLanding"/> is 1 [m].</summary>
    public double ParkDepthM;
    public HoistMode Mode;
    public HoistDuty Duty;
    /// <summary>Cycles since the mode was entered.</summary>
    public int ModeCycles;
    /// <summary>Cycles for which an open hoist has been without duty.</summary>
    public int IdleCycles;
    public int ParkAtLanding;
    /// <summary>1 while a retiring hoist has another to hand over to.</summary>
    public int HandOver;
    /// <summary>1 = retires before its travel ends, because another is to go on: for the spread of depths or for the reserve.</summary>
    public int Relieved;
    /// <summary>1 = takes up its share while others carry it, 0 = has it.</summary>
    public int Joining;
    /// <summary>1 = held by a limit while others take over what it is short of: its power is that of its plan.</summary>
    public int Covered;
    /// <summary>Reaction in force in this cycle and its cause.</summary>
    public Reaction Verdict;
    public int VerdictCause;
    /// <summary>Latched reaction (from a stop upwards) and its cause, cleared by a reset edge once the cause is gone.</summary>
    public Reaction Latched;
    public int LatchedCause;
    /// <summary>1 while the latched cause is still present.</summary>
    public int CausePresent;
    /// <summary>Images: 1 = fresh; and for how many cycles the counters have stood still.</summary>
    public int DriveFresh;
    public int IoFresh;
    public int BrakeFresh;
    public int DriveStuckCycles;
    public int IoStuckCycles;
    public int BrakeStuckCycles;
    public int LastDriveLife;
    public int LastIoLife;
    public int LastBrakeLife;
    /// <summary>0 = outside of a magnet's window, 1 = entered while watched, 2 = found in it when watching began.</summary>
    public int InMagnet;
    /// <summary>Cycles for which the condition of a protection has held.</summary>
    public int SlackTripCycles;
    public int SlackWarnCycles;
    public int SpeedDeviationCycles;
    public int BrakeFeedbackCycles;
    /// <summary>Warnings already told, one bit each; cleared when the warning has been gone for its hold-off.</summary>
    public int WarnedBits;
    public int WarnHoldOffCycles;
    /// <summary>Brake command of the last cycle: feedback is judged against it.</summary>
    public Images.BrakeCommand LastBrakeCommand;
    public int Starts;
    public int Reversals;
    public int LastDirection;
    public int Initialised;
    /// <summary>1 in cycles in which a fault reset is pulsed to the drive.</summary>
    public int ResetPulse;
    /// <summary>1 for a reaction that was latched when the reset key was turned: only such a one may be cleared by that edge.</summary>
    public int ResetPending;
}
