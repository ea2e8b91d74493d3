using Gravistore.FirmwareSim.Firmware;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Json;
using Gravistore.Simulator.Io;
using Gravistore.Simulator.Mirror;

namespace Gravistore.Simulator.Tests;

/// <summary>The two-machine bench: lines of this machine as the mirror of the controller's, on a chip in memory.</summary>
public sealed class MirrorTests
{
    private const int Lines = 28, Watchdog = 17, NoTripRequest = 27, ChainClosed = 5, ChainOpposite = 6, EmergencyStop = 12, ResetKey = 21;
    private const int PatienceMs = 20_000;

    private static string Root
    {
        get
        {
            DirectoryInfo folder = new(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Gravistore.sln"))) folder = folder.Parent!;
            return folder.FullName;
        }
    }

    private static Simulation Start(FakeChip chip, Func<int, string>? name = null)
    {
        Findings findings = [];
        PlantTruth truth = PlantTruthFile.Load(Path.Combine(Root, "config", "plants", "leith.sim.json"));
        DeviceFiles devices = DeviceFiles.Load(Path.Combine(Root, "config", "drives"), truth.Devices, findings);
        SimWiring wiring = WiringFileReader.Load(Path.Combine(Root, "config", "wiring", "leith-bench.json"), truth.HoistCount, findings);
        findings.ThrowIfErrors();
        return Simulation.Start(new SimulationSetup
        {
            Truth = truth,
            Devices = devices,
            Links = [],
            DepthsM = [10, 10],
            Wiring = wiring,
            Mirror = new MirrorChip(chip, "the chip", [.. Enumerable.Range(0, Lines).Select(name ?? (i => $"GPIO{i}"))]),
        });
    }

    private static void Await(Func<bool> condition, string what)
    {
        for (long endMs = Environment.TickCount64 + PatienceMs; !condition(); Thread.Sleep(1)) Assert.True(Environment.TickCount64 < endMs, what);
    }

    [Fact]
    public void What_the_controller_reads_is_driven_and_what_it_drives_is_read()
    {
        FakeChip chip = new(Lines);
        using Simulation simulation = Start(chip);
        Assert.True(chip.IsOutput(ChainClosed) && chip.IsOutput(ChainOpposite) && !chip.IsOutput(Watchdog) && chip.IsClaimed(Watchdog));
        // Chain open, no button pressed: pairs are antivalent.
        Await(() => !chip[ChainClosed] && chip[ChainOpposite] && chip[EmergencyStop], "levels at rest");
        Assert.Equal("ok", simulation.Execute("estop press"));
        Await(() => !chip[EmergencyStop], "the mushroom");
        Assert.Equal("ok", simulation.Execute("estop release"));
        Await(() => chip[EmergencyStop], "the mushroom, released");
        chip[NoTripRequest] = true;
        Toggle(chip, () => simulation.Look(p => p.PlantIo.WatchdogClosed && !p.PlantIo.TripRequested), "the watchdog's relay");
        Assert.Equal("ok", simulation.Execute("key press"));
        Await(() => chip[ResetKey], "the key");
        Toggle(chip, () => chip[ChainClosed] && !chip[ChainOpposite], "the chain, closed by the key");
        Assert.Equal("ok", simulation.Execute("key release"));
        // Nobody toggles any more: the relay drops and opens the chain.
        Await(() => !chip[ChainClosed] && chip[ChainOpposite], "the chain, opened by the relay");
    }

    [Fact]
    public void A_fault_of_a_wire_is_one_of_the_real_line()
    {
        FakeChip chip = new(Lines);
        using Simulation simulation = Start(chip);
        Await(() => chip[EmergencyStop], "levels at rest");
        Assert.Equal("ok", simulation.Execute("wire plant.emergency-stop broken"));
        Await(() => !chip[EmergencyStop], "the broken wire");
        Assert.Equal("ok", simulation.Execute("wire plant.emergency-stop heal"));
        Await(() => chip[EmergencyStop], "the mended wire");
    }

    [Fact]
    public void Lines_that_are_gone_count_as_let_go_of_until_they_are_back()
    {
        FakeChip chip = new(Lines);
        using Simulation simulation = Start(chip);
        chip[NoTripRequest] = true;
        Toggle(chip, () => simulation.Look(p => p.PlantIo.WatchdogClosed && !p.PlantIo.TripRequested), "the watchdog's relay");
        chip.IsGone = true;
        Await(() => simulation.Look(p => p.PlantIo.TripRequested), "the trip, asked for by lines that are gone");
        chip.IsGone = false;
        Await(() => simulation.Look(p => !p.PlantIo.TripRequested), "lines that are back");
    }

    [Fact]
    public void Lines_that_are_not_there_or_in_use_are_all_named_and_none_stays_claimed()
    {
        FakeChip chip = new(Lines);
        chip.Used.Add(ResetKey);
        MirrorException refused = Assert.Throws<MirrorException>(() => Start(chip, i => i == Watchdog ? "" : $"GPIO{i}"));
        Assert.Contains("the chip: line GPIO21 cannot be claimed: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("there is no line GPIO17", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Enumerable.Range(0, Lines), chip.IsClaimed);
    }

    [Theory]
    [InlineData(2, "GS-M001", "--gpio: error GS-M001: lines are served on a socket or on real lines", "--wiring", "leith-bench", "--gpio", "chip", "--io-socket", "x.sock")]
    [InlineData(2, "GS-M001", "--wiring: error GS-M001: lines and boards need --wiring FILE", "--gpio", "chip")]
    [InlineData(3, "GS-M022", "it has boards, and --gpio drives lines alone", "--wiring", "leith-pi", "--gpio", "chip")]
    [InlineData(4, "GS-M023", "no GPIO chip of this machine has the label no-such-chip", "--wiring", "leith-bench", "--gpio", "no-such-chip")]
    public void A_bench_that_cannot_be_is_refused(int code, string number, string message, params string[] args)
    {
        using StringWriter output = new(), error = new();
        Assert.Equal(code, SimulatorProgram.Run(["leith", .. args.Select(a => a.StartsWith("leith-", StringComparison.Ordinal) ? Path.Combine(Root, "config", "wiring", a + ".json") : a), "--seconds", "1"], output, error));
        Assert.Contains($"error {number}", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    private static void Toggle(FakeChip chip, Func<bool> until, string what)
    {
        Await(() =>
        {
            chip[Watchdog] = !chip[Watchdog];
            Thread.Sleep(20);
            return until();
        }, what);
    }
}
