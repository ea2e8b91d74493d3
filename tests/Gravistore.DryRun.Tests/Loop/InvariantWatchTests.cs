using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;
using Gravistore.DryRun.Loop;
using Gravistore.DryRun.Results;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Tests.Loop;

/// <summary>Each invariant is broken once, alone, and nothing else speaks up.</summary>
public sealed class InvariantWatchTests
{
    private const double CycleS = 0.01;
    private static readonly PlantParameters Plant = Gravistore.Config.PlantFile.Load(Path.Combine(TestRoot.Folder, "config", "plants", "pyhasalmi.json"), [], [])!;
    private readonly ViolationLog _log = new();
    private readonly InvariantWatch _watch;
    private double _timeS = 20;

    public InvariantWatchTests() => _watch = new InvariantWatch(Plant, _log);

    private static HoistTruth Braked => new() { WeightDepthM = 200, RopeForceN = 600e3, DrumForceN = 630e3, AppliedA = 1, AppliedB = 1 };
    private static HoistTruth Lowering => Braked with { SpeedMps = 0.4, MotorForceN = 630e3, AppliedA = 0, AppliedB = 0 };
    private static HoistOutput Run => new() { DriveCommand = DriveCommand.Run };

    [Fact]
    public void A_good_hoist_breaks_nothing()
    {
        Watch(Braked, default, 300);
        Watch(Lowering, Run, 300);
        _watch.CheckAudit(_timeS, 1e9, 0.9e-5);
        _watch.CheckAudit(_timeS, 0.9e6, 1);
        Assert.Empty(_log.Violations());
    }

    [Fact]
    public void A_brake_that_opens_without_torque() => Broken("brake-open-without-proof", () =>
    {
        Watch(Braked, Run, 10);
        Watch(Lowering with { MotorForceN = 10e3, SpeedMps = 0 }, Run, 1);
    });

    [Fact]
    public void A_brake_that_stays_open_without_a_drive() => Broken("brake-open-without-drive", () =>
    {
        Watch(Lowering, Run, 10);
        Watch(Lowering, new HoistOutput { DriveCommand = DriveCommand.Coast }, 400);
    });

    [Fact]
    public void A_drum_that_turns_long_after_a_trip() => Broken("motion-when-tripped", () =>
    {
        Watch(Lowering, Run, 100, PlantMode.Tripped); // the stop may take its time
        Assert.Empty(_log.Violations());
        Watch(Lowering with { SpeedMps = 0.03 }, Run, 600, PlantMode.Tripped);
    });

    [Fact]
    public void A_slack_rope_off_the_landing()
    {
        Watch(Braked with { RopeForceN = 0, OnLanding = true }, default, 10);
        Broken("slack-rope", () => Watch(Braked with { RopeForceN = 0 }, default, 1));
    }

    [Fact]
    public void A_rope_at_its_breaking_force() => Broken("rope-overload", () => Watch(Braked with { DrumForceN = Plant.Hoist.RopeBreakingForceN }, default, 1));

    [Fact]
    public void A_speed_above_the_fastest() => Broken("speed-envelope", () => Watch(Lowering with { SpeedMps = 1.01 * Plant.Motion.MaxSpeedMps * Plant.Protection.OverspeedTrip }, Run, 1));

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_speed_that_is_good_in_the_middle_and_too_much_before_a_landing(int direction)
    {
        double landingM = direction > 0 ? Plant.Shaft.LowerLandingDepthM : Plant.Shaft.UpperLandingDepthM;
        Watch(Lowering with { SpeedMps = direction * 0.5 }, Run, 10);
        Broken("speed-envelope", () => Watch(Lowering with { SpeedMps = direction * 0.5, WeightDepthM = landingM + direction * (Plant.Shaft.OvertravelM - 0.1) }, Run, 1));
    }

    [Fact]
    public void An_image_that_is_too_old()
    {
        HoistInput stale = new() { DriveQuality = Quality.Good, DriveAgeNs = (long)(1e9 * Plant.Protection.StaleStopS) + 1 };
        Broken("input-age", () => _watch.CheckHoist(_timeS, CycleS, 0, Braked, stale, default));
    }

    [Fact]
    public void Books_that_do_not_close() => Broken("audit-residual", () => _watch.CheckAudit(_timeS, 1.1e6, 1.1e-5));

    private void Broken(string name, Action act)
    {
        Assert.Empty(_log.Violations());
        act();
        Assert.Equal(name, Assert.Single(_log.Violations()).Name);
    }

    private void Watch(HoistTruth truth, HoistOutput output, int cycles, PlantMode mode = PlantMode.Running)
    {
        HoistInput input = new() { DriveQuality = Quality.Good, DriveAgeNs = 10_000_000 };
        for (int i = 0; i < cycles; i++)
        {
            _timeS += CycleS;
            _watch.NoteMode(mode, CycleS);
            _watch.CheckHoist(_timeS, CycleS, 0, truth, input, output);
        }
    }
}
