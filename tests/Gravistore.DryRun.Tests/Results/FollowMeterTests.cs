using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Tests.Results;

public sealed class FollowMeterTests
{
    [Fact]
    public void Samples_count_as_followed_within_6_and_10_kW()
    {
        FollowMeter meter = new();
        foreach (double offW in new[] { 0, 6e3, -6e3, 6.1e3, -9.9e3, 10e3, 10.1e3, -50e3 }) meter.Add(100e3, 100e3 + offW, 0.01);
        FollowFigures figures = meter.Figures()!;
        Assert.Equal(100.0 * 3 / 8, figures.Within6KWPercent);
        Assert.Equal(100.0 * 6 / 8, figures.Within10KWPercent);
        Assert.NotNull(FigureCatalog.Find("follow.within6kWPercent"));
        Assert.NotNull(FigureCatalog.Find("follow.within10kWPercent"));
    }

    [Fact]
    public void A_run_that_follows_nothing_has_no_figures() => Assert.Null(new FollowMeter().Figures());
}
