using System.Globalization;
using Gravistore.Config.Links;
using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Tests;

/// <summary>RS-485 lines of a links file: what ships fits, what does not is refused with the cycle that would do, and the page's example is right.</summary>
public sealed class BusFileTests : IDisposable
{
    private const string Name = "leith-rtu-local";

    private readonly string _folder = Directory.CreateTempSubdirectory("gravistore-bus-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Links(string name) => Path.Combine(Shipped.Root, "config", "links", name + ".json");

    private static PlantParameters Plant(string name) => PlantFile.Load(Shipped.Plant(name), [], [])!;

    private (FieldLinks? Links, Findings Findings) Load(params (string Good, string Bad)[] changes)
    {
        string text = File.ReadAllText(Links(Name));
        foreach ((string good, string bad) in changes)
        {
            Assert.Contains(good, text, StringComparison.Ordinal);
            text = text.Replace(good, bad, StringComparison.Ordinal);
        }
        string path = Path.Combine(_folder, Name + ".json");
        File.WriteAllText(path, text);
        Findings findings = [];
        return (LinksFile.Load(path, Plant("leith-rtu"), findings), findings);
    }

    [Theory]
    [InlineData("leith-rtu", 2, 115_200, 0.02, 87)]
    [InlineData("pyhasalmi-rtu", 4, 38_400, 0.04, 88)]
    public void Shipped_lines_carry_their_drives(string plant, int buses, int baud, double cycleS, int loadPercent)
    {
        Findings findings = [];
        FieldLinks links = LinksFile.Load(Links(plant + "-local"), Plant(plant), findings)!;
        Assert.Empty(findings);
        Assert.Equal(buses, links.Buses.Count);
        foreach (SerialBus bus in links.Buses)
        {
            BusBudget budget = BusBudget.Of(bus, links, Plant(plant).Devices);
            Assert.Equal((baud, cycleS, 2, 88, loadPercent), (bus.Baud, bus.CycleS, budget.Telegrams, budget.Bytes, (int)Math.Round(100 * budget.Load)));
        }
        Assert.Equal("bus-1 (" + links.Buses[0].Path + ")", links.Device(FieldDeviceKind.Drive, 1).Address);
        Assert.Null(links.Device(FieldDeviceKind.Meter).Bus);
    }

    [Theory]
    [InlineData("\"bus\": \"bus-1\", \"unit\": 1", "\"host\": \"127.0.0.1\", \"unit\": 1", "GS-C060", "h1.drive is given neither a bus nor a whole address")]
    [InlineData("\"bus\": \"bus-1\", \"unit\": 1", "\"bus\": \"bus-1\", \"host\": \"a\", \"port\": 1, \"unit\": 1", "GS-C060", "a bus and an address")]
    [InlineData("\"baud\": 115200", "\"baud\": 100000", "GS-C061", "100000 baud is no rate")]
    [InlineData("\"cycleMs\": 20", "\"cycleMs\": 25", "GS-C061", "25 ms is no whole number of the loop's cycles")]
    [InlineData("\"bus\": \"bus-1\", \"unit\": 1", "\"bus\": \"buss-1\", \"unit\": 1", "GS-C062", "there is no bus 'buss-1'")]
    [InlineData("\"bus\": \"bus-2\"", "\"bus\": \"bus-1\"", "GS-C062", "no device is on bus-2")]
    [InlineData("\"bus\": \"bus-1\", \"unit\": 1", "\"bus\": \"bus-1\", \"unit\": 248", "GS-C063", "unit 248 is no address on a serial line")]
    [InlineData("\"bus\": \"bus-1\", \"unit\": 1", "\"bus\": \"bus-1\", \"unit\": 2", "GS-C050", "unit 2 at bus-1 (/tmp/")]
    [InlineData("\"name\": \"bus-2\"", "\"name\": \"bus-1\"", "GS-C064", "another line is named 'bus-1'")]
    [InlineData("leith-rtu-bus-2", "leith-rtu-bus-1", "GS-C064", "bus-1 has the port")]
    [InlineData("\"baud\": 115200", "\"baud\": 38400", "GS-C065", "a round of bus-1 takes 34.21 ms (2 exchanges, 88 bytes at 38400 baud), more than its cycle of 20 ms; it achieves 40 ms")]
    [InlineData("\"cycleMs\": 20", "\"cycleMs\": 10", "GS-C065", "it achieves 20 ms")]
    [InlineData("\"cycleMs\": 20", "\"cycleMs\": 60", "GS-C066", "drops its additive torque after 50 ms, and is asked every 60 ms")]
    [InlineData("\"cycleMs\": 20", "\"cycleMs\": 110", "GS-C066", "which are not 3 cycles of 110 ms")]
    [InlineData("\"answerTimeoutMs\": 30", "\"answerTimeoutMs\": 90", "GS-C066", "it counts as stale at 100 ms")]
    [InlineData("\"format\": \"8E1\"", "\"format\": \"7E1\"", "GS-J028", "'format' is '7E1'")]
    [InlineData("\"path\": \"/tmp/", "\"path\": \"tmp/", "GS-J028", "'path' is 'tmp/")]
    public void Impossible_lines_are_refused(string good, string bad, string code, string message)
    {
        (FieldLinks? links, Findings findings) = Load((good, bad));
        Assert.Null(links);
        Assert.Contains(findings, f => f.Code == code && f.Message.Contains(message, StringComparison.Ordinal));
        Assert.All(findings, f => Assert.True(f.Line > 0, f.ToString()));
    }

    [Fact]
    public void A_line_that_is_nearly_full_is_a_warning()
    {
        (FieldLinks? links, Findings findings) = Load(("\"turnaroundMs\": 1,", "\"turnaroundMs\": 1.8,"));
        Assert.NotNull(links);
        Assert.All(findings, f => Assert.Equal(("GS-C067", FindingSeverity.Warning), (f.Code, f.Severity)));
        Assert.Contains("95 % of its cycle of 20 ms", findings.First().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_the_page_is_what_is_computed()
    {
        FieldLinks links = LinksFile.Load(Links("pyhasalmi-rtu-local"), Plant("pyhasalmi-rtu"), [])!;
        BusBudget budget = BusBudget.Of(links.Buses[0], links, Plant("pyhasalmi-rtu").Devices);
        string page = File.ReadAllText(Path.Combine(Shipped.Root, "docs", "rs485.md"));
        foreach (string figure in (string[])[Ms(links.Buses[0].CharacterS), Ms(44 * links.Buses[0].CharacterS), Ms(budget.LongestExchangeS), Ms(budget.RoundS), Ms(budget.AgeAfterOneLossS)])
            Assert.Contains(figure, page, StringComparison.Ordinal);
    }

    private static string Ms(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{1000 * seconds:0.000} ms");
}
