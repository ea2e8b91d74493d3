using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Drivers;
using Gravistore.Simulator;
using Gravistore.Simulator.Io;

namespace Gravistore.Wire.Tests;

/// <summary>Lines and boards that are not there, before anything moves; a loop that stops; and what a cycle allocates.</summary>
public sealed class WiredStartTests
{
    private static IReadOnlyList<FieldFinding> Start(Func<FieldWiring, FieldWiring> mislead, Action<Simulation>? spoil = null)
    {
        PlantParameters plant = FieldRig.LoadPlant("leith");
        string socket = Path.Combine(Path.GetTempPath(), $"gsio-{Guid.NewGuid():N}.sock");
        using Simulation simulation = Simulation.Start(FieldRig.Wired(FieldRig.Setup("leith"), "leith-pi", socket));
        spoil?.Invoke(simulation);
        using FieldBus field = FieldBus.Open(plant, FieldRig.LinksOf(simulation, "leith", answerTimeoutS: 0.3), mislead(FieldRig.LoadWiring("leith-pi", plant)), socket);
        return Assert.Throws<FieldException>(() => field.Start(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token)).Findings;
    }

    [Fact]
    public void A_chip_that_is_not_there_is_named() =>
        Assert.Equal(FieldErrors.NoChip, Assert.Single(Start(w => w with { Gpio = w.Gpio with { ChipLabel = "pinctrl-bcm2711" } })).Error);

    [Fact]
    public void A_line_that_is_not_there_is_named_with_those_that_are()
    {
        FieldFinding finding = Assert.Single(Start(w => w with { Outputs = [w.Outputs[0], w.Outputs[1] with { Line = "GPIO99" }] }));
        Assert.Equal(FieldErrors.NoLine, finding.Error);
        Assert.StartsWith("line GPIO99 of ", finding.Where, StringComparison.Ordinal);
        Assert.Contains("GPIO0, GPIO1", finding.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_in_use_is_named_with_its_user()
    {
        FieldFinding finding = Assert.Single(Start(w => w, s => s.UseLine("GPIO5")));
        Assert.Equal((FieldErrors.LineInUse, "the line is used by another"), (finding.Error, finding.What));
    }

    [Fact]
    public void Boards_without_an_answer_are_all_named()
    {
        IReadOnlyList<FieldFinding> findings = Start(w => w with { Boards = [.. w.Boards.Select(b => b.Name == "h1.inputs" ? b with { Address = 39 } : b)] }, s =>
        {
            Assert.Equal("ok", s.Execute("board h2.analog nak"));
            Assert.Equal("ok", s.Execute("board h2.disc nak"));
        });
        Assert.Equal(["h1.inputs at simulated I2C bus 1 address 0x27", "h2.analog at simulated I2C bus 3 address 0x48", "h2.disc at simulated SPI bus 0 chip select 1"], findings.Select(f => f.Where).Order(StringComparer.Ordinal));
        Assert.All(findings, f => Assert.Equal(FieldErrors.NoBoard, f.Error));
    }

    [Fact]
    public void Taking_and_sending_over_lines_and_boards_allocates_nothing()
    {
        using FieldRig rig = new("leith", wiring: "leith-pi");
        AllocationCheck.TakesAndSendsWithoutAny(rig);
    }
}
