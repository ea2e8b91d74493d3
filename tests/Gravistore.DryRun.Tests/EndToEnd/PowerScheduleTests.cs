using Gravistore.DryRun.Bench;
using Gravistore.DryRun.Results;
using Gravistore.DryRun.Tests.Bench;

namespace Gravistore.DryRun.Tests.EndToEnd;

/// <summary>No schedule of set points within the plant's power trips it, however soon one step follows another.</summary>
public sealed class PowerScheduleTests
{
    // The first ones of each have tripped: a weight that still sank while the others rose was driven on downwards; hoists under way gave the power of those
    // that were still on their way, until they were off their plan for too long.
    public static TheoryData<string, ulong> Seeds => new()
    {
        { "pyhasalmi", 16 }, { "pyhasalmi", 43 }, { "pyhasalmi", 192 }, { "pyhasalmi", 1 }, { "pyhasalmi", 2 }, { "pyhasalmi", 3 },
        { "leith", 10 }, { "leith", 37 }, { "leith", 167 }, { "leith", 1 }, { "leith", 2 }, { "leith", 3 }, { "leith", 4 },
    };

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_schedule_of_steps_trips(string plant, ulong seed)
    {
        BenchPlant bench = plant == "leith" ? Plants.Leith : Plants.Reference;
        PowerSchedule schedule = PowerSchedule.Draw(bench.Plant, seed);
        DryRunResult run = DryRunner.Run(bench.Run(schedule.Scenario, seed));
        Assert.True(RunTrouble.Of(run) is null, $"{plant}, seed {seed}: {RunTrouble.Of(run)}; {schedule.Text}");
    }
}
