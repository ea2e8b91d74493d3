using System.Text.Json;
using Gravistore.Protocol.Messages;

namespace Gravistore.Console.Tests.Operator;

/// <summary>The operator's verbs against a controller that answers as a test wishes.</summary>
public sealed class OperatorTests : IDisposable
{
    private readonly ConsoleRig _rig = new();
    private readonly FakeController _controller;

    public OperatorTests() => _controller = new FakeController(Path.Combine(_rig.Folder, "c.sock"));

    public void Dispose()
    {
        _controller.Dispose();
        _rig.Dispose();
    }

    [Theory]
    [InlineData("arm", "arm", 0, 0, 0, 900)]
    [InlineData("stop", "stop", 0, 0, 0, 900)]
    [InlineData("brake-stop", "brake-stop", 0, 0, 0, 900)]
    [InlineData("park", "park", 0, 0, 0, 900)]
    [InlineData("park --landing", "park-at-landing", 0, 0, 0, 900)]
    [InlineData("power 1.5MW", "power", 1.5e6, 0, 0, 900)]
    [InlineData("power -250kW", "power", -250e3, 0, 0, 900)]
    [InlineData("power 250 kW --for 2h", "power", 250e3, 0, 0, 7200)]
    [InlineData("charge 800W --rate 100kW/s", "power", -800, 100e3, 0, 900)]
    [InlineData("discharge 0.25 MW --ready 3 --for 90s", "power", 250e3, 0, 3, 90)]
    public void A_verb_becomes_its_command(string line, string verb, double powerW, double rateWPerS, int ready, int holdS)
    {
        Assert.Equal(ExitCode.Good, Run(line));
        Assert.Equal(new CommandRequest(1, verb, powerW, rateWPerS, ready, holdS), Assert.Single(_controller.Commands));
        Assert.NotEmpty(_rig.Output);
    }

    [Theory]
    [InlineData("power 250", "1.5MW, 250 kW or 800W")]
    [InlineData("power 250kw", "'250kw' is not allowed")]
    [InlineData("power fastMW", "is not allowed")]
    [InlineData("power 1e6W", "is not allowed")]
    [InlineData("charge -5kW", "the verb gives the direction")]
    [InlineData("discharge 1MW --for 3h", "from 1 s to 7200 s")]
    [InlineData("discharge 1MW --for 0s", "from 1 s to 7200 s")]
    [InlineData("discharge 1MW --for 1.5s", "in whole seconds")]
    [InlineData("discharge 1MW --rate 5", "such as 100kW/s")]
    [InlineData("discharge 1MW --ready 65", "from 0 to 64")]
    [InlineData("events --from 0", "from 1 on")]
    [InlineData("reset --wait 2h", "from 0 s to 3600 s")]
    public void A_quantity_that_is_none_is_wrong_usage(string line, string says)
    {
        Assert.Equal(ExitCode.WrongUsage, Run(line));
        Assert.Contains(says, _rig.Error);
        Assert.Empty(_controller.Commands);
    }

    [Fact]
    public void A_refused_command_tells_the_reason()
    {
        _controller.Refusal = "the plant is parked; arm it first";
        Assert.Equal(ExitCode.Refused, Run("power 1MW"));
        Assert.Contains("error GS-O002: 'power' is refused: the plant is parked; arm it first", _rig.Error);
    }

    [Fact]
    public void A_controller_that_hangs_up_is_told()
    {
        _controller.HangsUp = true;
        Assert.Equal(ExitCode.Refused, Run("arm"));
        Assert.Contains("error GS-O003", _rig.Error);
    }

    [Fact]
    public void Status_shows_plant_hoists_loop_and_links()
    {
        Assert.Equal(ExitCode.Good, Run("status"));
        foreach (string part in (string[])["leith, 2 hoists", "running", "124.6 kW at the meter; asked 125.0 kW for another 10.1 min", "50.0 %", "hoist 2", "1 slips", "2 time-outs, 1 reconnects"])
            Assert.Contains(part, _rig.Output);
        Assert.Equal(ExitCode.Good, Run("status --json"));
        Assert.Equal("running", JsonDocument.Parse(_rig.Output).RootElement.GetProperty("mode").GetString());
    }

    [Theory]
    [InlineData(true, 0, 10, ExitCode.Good, "at rest: 2 hoists stand on set brakes")]
    [InlineData(false, 0, 10, ExitCode.RunFailed, "2 without set brakes or in motion")]
    [InlineData(true, -0.02, 10, ExitCode.RunFailed, "2 without set brakes or in motion")]
    [InlineData(true, 0, 1500, ExitCode.RunFailed, "2 not heard for a second")]
    public void At_rest_is_every_hoist_heard_still_and_on_set_brakes(bool brakesSet, double speedMps, double ageMs, int code, string says)
    {
        _controller.Snapshot = _controller.Snapshot with { Hoists = [.. _controller.Snapshot.Hoists.Select(h => h with { BrakesSet = brakesSet, SpeedMps = speedMps, DriveAgeMs = ageMs })] };
        Assert.Equal(code, Run("status --at-rest"));
        Assert.Contains(says, _rig.Output);
    }

    [Fact]
    public void Events_come_in_order_with_what_to_do()
    {
        Assert.Equal(ExitCode.Good, Run("events"));
        string[] lines = _rig.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("hoist 2", lines[0]);
        Assert.Contains("envelope: A weight is too fast. (2.5 m/s, limit 2 m/s) Compare the position.", lines[0]);
        Assert.Equal(ExitCode.Good, Run("events --from 2"));
        Assert.Single(_rig.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Reset_sends_no_command_and_waits_for_the_key()
    {
        Assert.Equal(ExitCode.Good, Run("reset"));
        Assert.Contains("nothing is latched", _rig.Output);
        _controller.Snapshot = _controller.Snapshot with { Mode = "tripped", FirstOut = "chain-open", ChainClosed = false };
        Assert.Equal(ExitCode.Refused, Run("reset --wait 0s"));
        Assert.Contains("first-out chain-open; the chain is open", _rig.Output);
        Assert.Contains("turn the reset key at the safety chain", _rig.Output);
        Assert.Empty(_controller.Commands);
    }

    [Fact]
    public void The_help_of_a_brake_stop_says_that_it_is_no_emergency_stop()
    {
        Assert.Equal(ExitCode.Good, _rig.Run("help", "brake-stop"));
        Assert.Contains("NOT an emergency stop", _rig.Output);
    }

    private int Run(string line) => _rig.Run([.. line.Split(' '), "--socket", "FOLDER/c.sock"]);
}
