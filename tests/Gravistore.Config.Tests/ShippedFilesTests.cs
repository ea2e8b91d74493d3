using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Tests;

public sealed class ShippedFilesTests
{
    [Theory]
    [InlineData("pyhasalmi", 8, 2e6)]
    [InlineData("leith", 2, 250e3)]
    [InlineData("fast-hoist", 4, 4e6)]
    public void ShippedPlantsLoadWithoutAnyFinding(string name, int hoists, double ratedW)
    {
        Findings findings = [];
        PlantParameters? plant = PlantFile.Load(Shipped.Plant(name), [], findings);
        Assert.Empty(findings);
        Assert.Equal((name, hoists, ratedW), (plant!.Name, plant.HoistCount, plant.RatedPowerW));
    }
}
