using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Tests.EndToEnd;

/// <summary>Every scenario that ships reaches what it asserts; the bounds themselves stand in the scenarios.</summary>
public sealed class ShippedScenarioTests
{
    [Theory]
    [InlineData("full-cycle")]
    [InlineData("leith-full-power")]
    [InlineData("leith-one-after-another")]
    [InlineData("leith-rtu-full-power")]
    [InlineData("step-discharge")]
    [InlineData("step-charge")]
    [InlineData("frequency-hour")]
    [InlineData("fast-reserve-up")]
    [InlineData("fast-reserve-shed")]
    public void Reaches_what_it_asserts(string scenario)
    {
        DryRunResult result = Runs.Of(scenario);
        Assert.True(result.Passed, Runs.Story(result));
        Assert.NotEmpty(result.Assertions);
    }

    /// <summary>0.3 MW per 0.1 Hz on a measured hour: 99 % of the samples within 6 kW, energy within 0.5 %.</summary>
    [MeasuredHourFact]
    public void Follows_a_measured_hour()
    {
        DryRunResult result = Runs.Of("frequency-hour", 1, $"scenario.trace.file={MeasuredHourFactAttribute.File}");
        Assert.True(result.Passed, Runs.Story(result));
        Assert.InRange(result.Follow!.ExportRatio!.Value, 0.995, 1.005);
        Assert.InRange(result.Follow.ImportRatio!.Value, 0.995, 1.005);
        Assert.True(result.Follow.Within6KWPercent >= 99, $"{result.Follow.Within6KWPercent:F2} % within 6 kW");
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        ulong first = Runs.Of("leith-one-after-another", 7).StateHash;
        Assert.Equal(first, Runs.Of("leith-one-after-another", 7).StateHash);
        Assert.NotEqual(first, Runs.Of("leith-one-after-another", 8).StateHash);
    }

    /// <summary>A plant six times as fast takes longer to reach its power than a power step lasts; its speed must not run past its greatest.</summary>
    [Fact]
    public void A_fast_plant_charges_and_discharges_without_a_trip()
    {
        DryRunResult result = Runs.Of("full-cycle", 1, "scenario.plant=fast-hoist");
        Assert.Empty(result.Trips);
        Assert.Empty(result.Violations);
        Assert.Equal(4, result.End.HoistsBraked);
    }

    [Theory]
    [InlineData(2UL)]
    [InlineData(3UL)]
    [InlineData(4UL)]
    public void Passes_with_other_noise(ulong seed)
    {
        DryRunResult result = Runs.Of("step-charge", seed);
        Assert.True(result.Passed, Runs.Story(result));
    }
}
