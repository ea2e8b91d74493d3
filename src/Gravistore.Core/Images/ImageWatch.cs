using System.Runtime.CompilerServices;
namespace Gravistore.Core.Images;

/// <summary>
/// Decides each cycle which images may be believed: young enough, of good quality, and with a counter that runs.
/// A counter that stands still for longer than <see cref="StuckCycles"/> makes its image as stale as silence would.
/// </summary>
public sealed class ImageWatch
{
    /// <summary>Cycles a free-running counter may stand still.</summary>
    public const int StuckCycles = 25;
    /// <summary>The brake unit's heartbeat is slower.</summary>
    public const int BrakeStuckCycles = 100;

    private readonly long _staleNs;
    private const long IoStaleNs = 200_000_000;
    private const long BrakeStaleNs = 600_000_000;
    private const long MeterStaleNs = 500_000_000;

    /// <param name="staleS">Age at which a drive's image is no longer believed [s].</param>
    public ImageWatch(double staleS) => _staleNs = (long)(staleS * 1e9);

    /// <summary>Updates freshness of one hoist's images.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(in HoistInput input, ref HoistState hoist)
    {
        hoist.DriveStuckCycles = Stuck(input.DriveLifeCounter, ref hoist.LastDriveLife, hoist.DriveStuckCycles);
        hoist.IoStuckCycles = Stuck(input.IoLifeCounter, ref hoist.LastIoLife, hoist.IoStuckCycles);
        hoist.BrakeStuckCycles = Stuck(input.BrakeHeartbeat, ref hoist.LastBrakeLife, hoist.BrakeStuckCycles);
        hoist.DriveFresh = Fresh(input.DriveQuality, input.DriveAgeNs, _staleNs, hoist.DriveStuckCycles, StuckCycles)
            && double.IsFinite(input.SpeedMps) && double.IsFinite(input.RopeLengthM) && double.IsFinite(input.MotorForceN) ? 1 : 0;
        hoist.IoFresh = Fresh(input.IoQuality, input.IoAgeNs, IoStaleNs, hoist.IoStuckCycles, StuckCycles) ? 1 : 0;
        hoist.BrakeFresh = Fresh(input.BrakeQuality, input.BrakeAgeNs, BrakeStaleNs, hoist.BrakeStuckCycles, BrakeStuckCycles) ? 1 : 0;
    }

    /// <summary>Updates freshness of the plant's images.</summary>
    public static void Update(in PlantInput input, ref PlantState plant)
    {
        plant.IoStuckCycles = Stuck(input.IoLifeCounter, ref plant.LastIoLife, plant.IoStuckCycles);
        plant.IoFresh = Fresh(input.IoQuality, input.IoAgeNs, IoStaleNs, plant.IoStuckCycles, StuckCycles) ? 1 : 0;
        plant.MeterFresh = Fresh(input.MeterQuality, input.MeterAgeNs, MeterStaleNs, 0, StuckCycles)
            && double.IsFinite(input.GridPowerW) ? 1 : 0;
    }

    private static int Stuck(int counter, ref int last, int cycles)
    {
        bool same = counter == last;
        last = counter;
        return same ? Math.Min(cycles + 1, 1_000_000) : 0;
    }

    private static bool Fresh(Quality quality, long ageNs, long limitNs, int stuckCycles, int stuckLimit) =>
        quality == Quality.Good && ageNs >= 0 && ageNs <= limitNs && stuckCycles <= stuckLimit;
}
