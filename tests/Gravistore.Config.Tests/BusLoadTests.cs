using System.Globalization;
using Gravistore.Config.Wiring;
using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Tests;

/// <summary>The loads that docs/lines.md names are those that are computed.</summary>
public sealed class BusLoadTests
{
    [Fact]
    public void The_example_of_the_page_is_what_is_computed()
    {
        Findings findings = [];
        PlantParameters? plant = PlantFile.Load(Shipped.Plant("leith"), [], findings);
        FieldWiring? wiring = WiringFile.Load(Path.Combine(Shipped.Root, "config", "wiring", "leith-pi.json"), plant!, findings);
        Assert.Empty(findings);
        string page = File.ReadAllText(Path.Combine(Shipped.Root, "docs", "lines.md"));
        double expanderS = BusLoad.BusyS(wiring!.Boards.First(b => b.Kind == BoardKind.Mcp23017), 0), converterS = BusLoad.BusyS(wiring.Boards.First(b => b.Kind == BoardKind.Ads1115), 3);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"147 bits in 20 ms are {100 * expanderS / 0.02:0.0} %"), page, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"/ 20 ms = {100 * converterS / 0.02:0.0} %; together {100 * BusLoad.Of(wiring, false, 1):0.0} %"), page, StringComparison.Ordinal);
    }
}
