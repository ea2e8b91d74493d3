using Gravistore.FirmwareSim.Plant;
using Gravistore.Json;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>The sim files: what differs from the controller's belief is listed and explained, and a wrong file is refused with all its errors.</summary>
public sealed class PlantFileTests
{
    /// <summary>Keys that say what a file is, and so differ.</summary>
    private static readonly string[] Labels = ["schema", "title", "differences"];

    public static TheoryData<string> Plants() => ["pyhasalmi", "leith", "fast-hoist"];

    [Theory]
    [MemberData(nameof(Plants))]
    public void Truth_differs_from_belief_only_where_it_says_why(string name)
    {
        Findings findings = new();
        JsonNode belief = JsonNode.Load(Path.Combine(PlantFiles.Folder, name + ".json"), findings);
        JsonNode truth = JsonNode.Load(Path.Combine(PlantFiles.Folder, name + ".sim.json"), findings);
        Assert.Empty(findings);
        List<string> differing = [];
        Compare(belief, truth, "", differing);
        Assert.NotEmpty(differing);
        Assert.Equal(differing.Order(), PlantFiles.Truth(name).Differences.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void Truth_is_complete_and_in_SI(string name)
    {
        PlantTruth truth = PlantFiles.Truth(name);
        Assert.Equal(name, truth.Name);
        Assert.InRange(truth.Mechanics.RopeAxialStiffnessN, 1e8, 4e8);
        Assert.InRange(truth.Brakes.ChannelForceN, 3e5, 2e6);
        Assert.InRange(truth.Losses.BasePowerW / truth.HoistRatedPowerW, 1.1, 1.25);
    }

    [Theory]
    [InlineData("weight.massKg", "-5", "GS-J024")]
    [InlineData("weight.massKg", "\"heavy\"", "GS-J023")]
    [InlineData("hoists.count", "2.5", "GS-J025")]
    [InlineData("shaft.lowerLandingDepthM", "3", "GS-F001")]
    [InlineData("shaft.landingContactBelowM", "20", "GS-F001")]
    [InlineData("shaft.magnetDepthsM", "[5, 40]", "GS-F002")]
    [InlineData("shaft.magnetDepthsM", "[8, 5]", "GS-J026")]
    [InlineData("brakes.fadeEndC", "150", "GS-F003")]
    [InlineData("brakes.frictionHot", "0.5", "GS-F003")]
    [InlineData("sensors.loadCellFullScaleKN", "100", "GS-F004")]
    [InlineData("drive.profile", "\"../secret\"", "GS-J028")]
    public void Plant_that_cannot_be_is_refused(string path, string value, string code)
    {
        Findings findings = new();
        JsonNode node = JsonNode.Load(Path.Combine(PlantFiles.Folder, "leith.sim.json"), findings);
        node.Set(path, value, findings, PlantTruthFile.Spec);
        PlantTruthFile.Read(node, findings);
        Assert.Contains(findings, f => f.Code == code && f.Severity == FindingSeverity.Error);
    }

    [Fact]
    public void All_errors_of_a_file_are_named_at_once()
    {
        string path = Path.Combine(PlantFiles.Folder, "leith.sim.json");
        string text = File.ReadAllText(path)
            .Replace("\"torqueLagS\": 0.007", "\"torqueLag\": 0.007", StringComparison.Ordinal)
            .Replace("\"dampingRatio\": 0.015", "\"dampingRatio\": 15", StringComparison.Ordinal)
            .Replace("\"weight.massKg\":", "\"weight.massTonnes\":", StringComparison.Ordinal);
        Findings findings = new();
        PlantTruthFile.Read(JsonNode.Parse("broken.sim.json", text, findings), findings);
        Assert.Contains(findings, f => f.Code == "GS-J024" && f.Path == "rope.dampingRatio" && f.Line > 0);
        Assert.Contains(findings, f => f.Path.StartsWith("motor", StringComparison.Ordinal));
        Assert.Throws<RefusedException>(findings.ThrowIfErrors);
    }

    [Fact]
    public void Difference_without_its_key_is_refused()
    {
        string text = File.ReadAllText(Path.Combine(PlantFiles.Folder, "leith.sim.json")).Replace("\"weight.massKg\":", "\"weight.massTonnes\":", StringComparison.Ordinal);
        Findings findings = new();
        PlantTruthFile.Read(JsonNode.Parse("broken.sim.json", text, findings), findings);
        Assert.Contains(findings, f => f.Code == "GS-F005");
    }

    [Fact]
    public void Missing_file_is_refused() => Assert.Throws<RefusedException>(() => PlantTruthFile.Load("no-such-plant.sim.json"));

    [Fact]
    public void Error_numbers_are_unique() => Assert.Equal(TruthErrors.All.Count, TruthErrors.All.Select(e => e.Code).Distinct().Count());

    /// <summary>Compares what both files have; a key of one file alone is no difference.</summary>
    private static void Compare(JsonNode belief, JsonNode truth, string path, List<string> differing)
    {
        for (int i = 0; i < belief.Names.Count; i++)
        {
            string name = belief.Names[i];
            if (truth.Member(name) is not { } other || name == SectionSpec.SourceName || (path.Length == 0 && Labels.Contains(name))) continue;
            string place = path.Length == 0 ? name : path + "." + name;
            if (belief.Items[i].Kind == JsonKind.Object) Compare(belief.Items[i], other, place, differing);
            else if (!Same(belief.Items[i], other)) differing.Add(place);
        }
    }

    private static bool Same(JsonNode a, JsonNode b)
    {
        if (a.Kind != b.Kind || a.Items.Count != b.Items.Count) return false;
        for (int i = 0; i < a.Items.Count; i++)
            if (!Same(a.Items[i], b.Items[i])) return false;
        return a.Kind == JsonKind.Number ? a.Number == b.Number : a.Text == b.Text;
    }
}
