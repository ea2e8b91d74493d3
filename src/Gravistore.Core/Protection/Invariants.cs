using System.Runtime.CompilerServices;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Protection;

/// <summary>What must hold of every output in every cycle, in release builds too. A broken one makes a safe output in the same cycle.</summary>
public static class Invariants
{
    /// <summary>True when the outputs of one hoist may be sent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Hold(in HoistOutput output, in HoistState h, PlantParameters plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        bool finite = double.IsFinite(output.SpeedReferenceMps) && double.IsFinite(output.ForceFeedForwardN)
            && double.IsFinite(output.WeightDepthM) && double.IsFinite(h.AccelerationRefMps2);
        if (!finite) return false;
        if (Math.Abs(output.SpeedReferenceMps) > plant.Motion.MaxSpeedMps * 1.005) return false;
        bool released = output.BrakeCommand == BrakeCommand.Release;
        bool mayRelease = HoistModes.IsOpen(h.Mode) || h.Mode == HoistMode.OpeningBrake
            || (h.Mode == HoistMode.Tripped && output.Verdict == Reaction.DriveRampStop);
        if (released && !mayRelease) return false;
        if (released && output.DriveCommand is not (DriveCommand.Run or DriveCommand.EmergencyRamp)) return false;
        if (output.SpeedReferenceMps != 0 && (!HoistModes.IsOpen(h.Mode) || output.Verdict >= Reaction.DriveRampStop)) return false;
        return output.DriveCommand != DriveCommand.Coast || !released;
    }

    /// <summary>The output that is safe whatever has happened: emergency ramp, brakes fully applied.</summary>
    public static void MakeSafe(ref HoistOutput output)
    {
        output.SpeedReferenceMps = 0;
        output.ForceFeedForwardN = 0;
        output.DriveCommand = DriveCommand.EmergencyRamp;
        output.BrakeCommand = BrakeCommand.ApplyFull;
        output.Verdict = Reaction.FullBrakeStop;
        output.VerdictCause = ProtectionNumber.Invariant;
    }
}
