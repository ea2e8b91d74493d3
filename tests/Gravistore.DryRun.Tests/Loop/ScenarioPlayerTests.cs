using System.Globalization;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.DryRun.Loop;
using Gravistore.DryRun.Scenarios;
using Gravistore.DryRun.Tests.Scenarios;
using Gravistore.DryRun.Traces;

namespace Gravistore.DryRun.Tests.Loop;

/// <summary>Tables of cycles: what the plant shows, and what the player then asks of it.</summary>
public sealed class ScenarioPlayerTests
{
    private readonly Journal _journal = new();
    private readonly CycleInput _input = new(1);
    private double _nowS;

    private sealed class Journal : IStepListener
    {
        public readonly List<string> Lines = [];

        public void StepBegins(string label, double timeS) => Lines.Add(string.Create(CultureInfo.InvariantCulture, $"{label} {timeS:0.00}"));
        public void PowerSteps(double fromW, double toW) => Lines.Add(string.Create(CultureInfo.InvariantCulture, $"step {fromW} {toW}"));
        public void PowerReleased()
        {
        }
    }

    [Fact]
    public void The_key_is_pressed_until_the_plant_is_ready()
    {
        ScenarioPlayer player = Player("{ \"afterS\": 1, \"action\": \"arm\" }");
        Play(player, PlantMode.Tripped, untilS: 0.4);
        Assert.False(player.ResetKey);
        Play(player, PlantMode.Tripped, untilS: 0.6);
        Assert.True(player.ResetKey);
        Play(player, PlantMode.Tripped, untilS: 1.2);
        Assert.False(player.ResetKey);
        Play(player, PlantMode.Tripped, untilS: 1.6);
        Assert.True(player.ResetKey);
        Play(player, PlantMode.Parked, untilS: 2);
        Assert.True(player.IsReady);
    }

    /// <summary>A drive that is still booting when the key is turned leaves its hoist tripped: the plant is parked then, and to arm it is refused.</summary>
    [Fact]
    public void The_key_is_pressed_again_for_hoists_that_are_still_tripped_but_no_hoist_is_waited_for_for_ever()
    {
        ScenarioPlayer player = Player("{ \"action\": \"arm\" }");
        Assert.Empty(Play(player, PlantMode.Parked, untilS: 1.6, waits: true));
        Assert.True(player.ResetKey);
        Assert.False(player.IsReady);
        Assert.Equal(CommandKind.Arm, Assert.Single(Play(player, PlantMode.Parked, untilS: 1.7)).Kind);
        _nowS = 0;
        ScenarioPlayer patient = Player("{ \"action\": \"arm\" }");
        Assert.Empty(Play(patient, PlantMode.Parked, untilS: 4.9, waits: true));
        Assert.Single(Play(patient, PlantMode.Parked, untilS: 5.2, waits: true));
    }

    [Fact]
    public void A_plant_that_never_gets_ready_fails_the_run()
    {
        ScenarioPlayer player = Player("{ \"action\": \"arm\" }");
        Play(player, PlantMode.SelfTest, untilS: 20);
        Assert.True(player.IsOver);
        Assert.Contains("did not become ready within 10 s: its mode is SelfTest", player.Failure);
        Assert.InRange(_nowS, 10, 10.1);
    }

    [Fact]
    public void Steps_follow_times_and_conditions()
    {
        ScenarioPlayer player = Player("{ \"label\": \"a\", \"action\": \"arm\" } | { \"label\": \"b\", \"when\": { \"mode\": \"armed\", \"holdsForS\": 0.5 }, \"action\": \"setPower\", \"powerKW\": 5 }"
            + " | { \"label\": \"c\", \"afterS\": 2, \"action\": \"setPower\", \"powerKW\": 7, \"rateKWPerS\": 4 } | { \"label\": \"d\", \"atS\": 8, \"action\": \"ramp\", \"powerKW\": -1, \"overS\": 2 } | { \"label\": \"e\", \"afterS\": 1, \"action\": \"end\" }");
        List<Command> sent = [.. Play(player, PlantMode.Parked, untilS: 1), .. Play(player, PlantMode.Arming, untilS: 2), .. Play(player, PlantMode.Armed, untilS: 20)];
        Assert.Equal(["a 0.02", "b 2.51", "step 0 5000", "c 4.51", "d 8.00", "e 9.00"], _journal.Lines);
        Assert.Equal([CommandKind.Arm, CommandKind.SetPower, CommandKind.SetPower, CommandKind.SetPower], sent.Select(c => c.Kind));
        Assert.Equal([(0.0, 0.0), (5000, 0), (7000, 4000), (-1000, 4000)], sent.Select(c => (c.PowerW, c.RateWPerS)));
        Assert.Equal(("end step", null), (player.Reason, player.Failure));
    }

    [Fact]
    public void A_condition_that_does_not_come_fails_the_run_at_its_time_out()
    {
        ScenarioPlayer player = Player("{ \"action\": \"arm\" } | { \"label\": \"go\", \"when\": { \"mode\": \"armed\" }, \"timeoutS\": 3, \"action\": \"wait\" }");
        Play(player, PlantMode.Parked, untilS: 20);
        Assert.Contains("'go' waited 3 s", player.Failure);
        Assert.InRange(_nowS, 3, 3.1);
    }

    [Fact]
    public void A_followed_series_gives_a_command_in_every_cycle_from_its_step_on()
    {
        const string series = "\"trace\": { \"file\": \"t\", \"valueColumn\": \"f\", \"kind\": \"frequency\" }, \"droop\": { \"fullActivationHz\": 0.1, \"capacityKW\": 300 },";
        SampleTrace trace = new([100, 101], [49.9, 50.1], Interpolation.Linear, false);
        ScenarioPlayer player = new(ScenarioText.Good(ScenarioText.With("{ \"action\": \"arm\" } | { \"when\": { \"mode\": \"armed\" }, \"action\": \"follow\" } | { \"when\": { \"traceEnded\": true }, \"action\": \"park\" }", series)), trace, _journal);
        Play(player, PlantMode.Parked, untilS: 1);
        List<Command> sent = Play(player, PlantMode.Armed, untilS: 3);
        Command[] powers = [.. sent.Where(c => c.Kind == CommandKind.SetPower)];
        Assert.InRange(powers.Length, 100, 102);
        Assert.Equal(300e3, powers[0].PowerW, 1e-3);
        Assert.Equal(0, powers[50].PowerW, 1e-3);
        Assert.Equal(-300e3, powers[100].PowerW, 1e-3);
        Assert.All(powers, p => Assert.Equal(0, p.RateWPerS));
        Assert.Equal(CommandKind.Park, sent[^1].Kind);
        Assert.Null(player.FollowedKW);
    }

    [Fact]
    public void An_unexpected_trip_ends_the_run_ten_seconds_later()
    {
        ScenarioPlayer player = Player("{ \"action\": \"arm\" }");
        Play(player, PlantMode.Parked, untilS: 1);
        Assert.False(player.Tripped(1));
        Play(player, PlantMode.Tripped, untilS: 50);
        Assert.Equal(("trip", "the plant tripped"), (player.Reason, player.Failure));
        Assert.InRange(_nowS, 11, 11.1);
    }

    [Fact]
    public void An_emergency_stop_is_held_until_the_reset_and_its_trip_is_expected()
    {
        ScenarioPlayer player = Player("{ \"action\": \"arm\" } | { \"afterS\": 1, \"action\": \"emergencyStop\" } | { \"afterS\": 20, \"action\": \"reset\" } | { \"when\": { \"mode\": \"parked\" }, \"action\": \"end\" }");
        Play(player, PlantMode.Parked, untilS: 2);
        Assert.True(player.EmergencyStop);
        Assert.True(player.Tripped(2));
        Play(player, PlantMode.Tripped, untilS: 21.1);
        Assert.False(player.EmergencyStop);
        Assert.True(player.ResetKey);
        Play(player, PlantMode.Parked, untilS: 30);
        Assert.Null(player.Failure);
    }

    [Fact]
    public void Time_is_up_with_a_failure_only_where_more_was_wanted()
    {
        ScenarioPlayer idle = Player("{ \"action\": \"arm\" }");
        Play(idle, PlantMode.Parked, untilS: 200);
        Assert.Equal(("time is up", null), (idle.Reason, idle.Failure));
        _nowS = 0;
        ScenarioPlayer waiting = Player("{ \"action\": \"arm\" } | { \"when\": { \"mode\": \"armed\" }, \"timeoutS\": 500, \"label\": \"go\", \"action\": \"wait\" }");
        Play(waiting, PlantMode.Parked, untilS: 200);
        Assert.Equal("the run is over before 'go'", waiting.Failure);
    }

    private ScenarioPlayer Player(string steps) => new(ScenarioText.Good(ScenarioText.With(steps)), null, _journal);

    private List<Command> Play(ScenarioPlayer player, PlantMode mode, double untilS, bool waits = false)
    {
        List<Command> sent = [];
        while (_nowS < untilS - 1e-9 && !player.IsOver)
        {
            _nowS = Math.Round(_nowS + 0.01, 2);
            player.Play(_nowS, new PlantView { Mode = mode, Waits = waits }, _input);
            sent.AddRange(_input.Commands.Take(_input.CommandCount));
        }
        return sent;
    }
}
