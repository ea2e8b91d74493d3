using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gravistore.Core.Power;

/// <summary>What is believed of one hoist's rope and weight beyond position: plain data, kept by <see cref="RopeObserver"/>.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public struct RopeEstimate
{
    /// <summary>Drum speed and weight speed at the time of the last measurement, lowering positive [m/s].</summary>
    public double SpeedMps;
    public double WeightSpeedMps;
    /// <summary>Rope force at the weight, and what the load cell's filter holds of the force at the drum [N].</summary>
    public double RopeForceN;
    public double CellForceN;
    /// <summary>Rope force that would leave the weight at constant speed [N].</summary>
    public double WeightForceN;
    /// <summary>Force on the motor's side that friction and rope model do not explain [N].</summary>
    public double ResidualN;
    /// <summary>Weight and residual together beyond the plan's weight, as last learned while lowering and while raising [N]; 0 = never, or forgotten with a stop that a protection asked for.</summary>
    public double LoweringExcessN;
    public double RaisingExcessN;
    /// <summary>Force that the drive's speed integrator adds [N].</summary>
    public double IntegratorN;
    /// <summary>The same when the command now computed is in force [N].</summary>
    public double NextIntegratorN;
    /// <summary>Motor force of the last measurement [N].</summary>
    public double MotorForceN;
    /// <summary>The same predicted to the middle of the hold of the command now computed.</summary>
    public double NextSpeedMps;
    public double NextRopeForceN;
    public double NextWeightSpeedMps;
    /// <summary>Force beside the rope's on the drum: weight of the hanging rope less friction of the present direction, plus the residual [N].</summary>
    public double DrumForceN;
    /// <summary>Motor force that would hold the weight at constant speed, rope at rest [N].</summary>
    public double SteadyForceN;
    /// <summary>Steady motor force of the plan over the observed one, slowly followed.</summary>
    public double SpeedRatio;
    /// <summary>Commands sent, newest first, as force of the drive at standstill without its integrator [N].</summary>
    public SentValues Sent;
    /// <summary>Speed references sent, newest first [m/s].</summary>
    public SentValues References;
    /// <summary>What this hoist counts in the energy that exact power cannot hold (<see cref="UnstableMode"/>): by its drum's speed [J s/m], its rope's force [J/N] and its weight's speed [J s/m].</summary>
    public double ModeSpeed;
    public double ModeForce;
    public double ModeWeight;
    /// <summary>Cycles for which the estimate has been fed with good values while the drive was in control.</summary>
    public int FedCycles;
    /// <summary>Direction of the motion followed: 1 = lowering, -1 = raising.</summary>
    public int Direction;
    /// <summary>1 = the estimate follows a weight in motion, 0 = it rests on the load cell.</summary>
    public int Moving;
}

/// <summary>What was commanded in the last cycles, newest first.</summary>
[InlineArray(Length)]
public struct SentValues
{
    /// <summary>Commands remembered.</summary>
    public const int Length = 12;
    private double _first;

    /// <summary>Remembers one more, and forgets the oldest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(double newest)
    {
        // Three vectors that overlap, all read before the first is written: a copy by the base library would cost more than all the rest of it.
        Span<double> values = this;
        Vector256<double> first = Vector256.Create(values), middle = Vector256.Create(values[4..]), last = Vector256.Create(values[7..]);
        first.CopyTo(values[1..]);
        middle.CopyTo(values[5..]);
        last.CopyTo(values[8..]);
        values[0] = newest;
    }
}
