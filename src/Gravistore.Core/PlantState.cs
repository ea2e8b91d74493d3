using System.Runtime.InteropServices;
using Gravistore.Core.Modes;
using Gravistore.Core.Power;
using Gravistore.Core.Protection;

namespace Gravistore.Core;

/// <summary>All that lives from cycle to cycle of the plant as a whole: plain data, no references.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public struct PlantState
{
    public long Cycle;
    public ulong Hash;
    /// <summary>Power asked for [W] and its greatest rate of change [W/s], 0 = at once.</summary>
    public double PowerTargetW;
    public double PowerRateWPerS;
    /// <summary>Power set point in force after the rate limit [W].</summary>
    public double PowerSetPointW;
    /// <summary>Part of the planned acceleration with which hoists take up their share: little while others carry it, 1 when they cannot.</summary>
    public double JoiningShare;
    /// <summary>Rate at which the set point moves, smoothed [W/s].</summary>
    public double SetPointRateWPerS;
    /// <summary>Slow correction to the grid meter [W].</summary>
    public double MeterCorrectionW;
    /// <summary>Expected grid power, delayed like the meter [W].</summary>
    public double ExpectedFilteredW;
    public double ExpectedPowerW;
    /// <summary>The same in the last cycles, for the comparison with the meter [W].</summary>
    public ExpectedPowers Expected;
    /// <summary>Power that holding all energised weights takes, as far as the moving hoists have made up for it [W].</summary>
    public double HoldingPowerW;
    /// <summary>Potential energy above the lower landings [J] and its greatest value [J].</summary>
    public double PotentialEnergyJ;
    /// <summary>Slow mean of the power spent to hold the common speed while lowering [W].</summary>
    public double SpentMeanW;
    /// <summary>Energy metered at the grid since start [J], export and import both positive.</summary>
    public double ExportedJ;
    public double ImportedJ;
    public PlantMode Mode;
    public int ModeCycles;
    public Reaction Verdict;
    public int VerdictCause;
    public Reaction Latched;
    public int LatchedCause;
    public int CausePresent;
    public int FirstOut;
    public int IoFresh;
    public int IoStuckCycles;
    public int LastIoLife;
    public int LastResetKey;
    /// <summary>1 = a landing is to be reached before the brakes close.</summary>
    public int ParkAtLanding;
    /// <summary>Hoists that the set point needs, and cycles since it could do with fewer.</summary>
    public int NeededHoists;
    /// <summary>Hoists that stay open and share however little power is asked for.</summary>
    public int ReadyHoists;
    public int SurplusCycles;
    /// <summary>Cycles left until the next hoist may begin to take over from one that still runs.</summary>
    public int ChangePauseCycles;
    /// <summary>1 = the weights are nearer to each other than the spread policy asks for, and that has been told.</summary>
    public int SpreadShort;
    /// <summary>1 = lowering is the direction of the set point, -1 = raising.</summary>
    public int Direction;
    /// <summary>Cycles left in which a jump of the set point is followed with the accelerations of a power step.</summary>
    public int StepCycles;
    /// <summary>Cycles since the last jump of the set point; counts no farther than a thousand.</summary>
    public int SinceStepCycles;
    public int PowerLimited;
    public int PowerLimitedCycles;
    public int WarnedBits;
    public int WarnHoldOffCycles;
    /// <summary>Cycles left in which a reset may take effect after its edge.</summary>
    public int ResetWindowCycles;
    /// <summary>1 for a reaction that was latched when the reset key was turned.</summary>
    public int ResetPending;
    public int MeterFresh;
    /// <summary>Cycles for which the hard-wired chain is still asked to open.</summary>
    public int TripRequestCycles;
}
