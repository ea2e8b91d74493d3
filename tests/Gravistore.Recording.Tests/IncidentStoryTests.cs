using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Core.Protection;
using Gravistore.Recording.Incidents;

namespace Gravistore.Recording.Tests;

/// <summary>The story names what happened, in order, with causes, values, limits and margins.</summary>
public sealed class IncidentStoryTests
{
    private static readonly PlantParameters Plant = Recordings.TestPlant(2);

    [Fact]
    public void A_start_a_command_and_a_trip_are_told_in_order()
    {
        IncidentStory story = Story(Recordings.OfController(Plant, 600));
        Assert.Equal((0, 599, 0L, 5_990_000_000L), (story.FirstCycle, story.LastCycle, story.FromNs, story.UntilNs));
        Assert.Equal(story.Timeline.Select(e => e.Cycle).Order(), story.Timeline.Select(e => e.Cycle));
        Assert.Equal("the record begins; mode self test", story.Timeline[0].Text);
        int arm = Index(story, e => e.Kind == TimelineKind.Command && e.Text == "command arm" && e.Cycle == 100);
        int arming = Index(story, e => e is { Hoist: -1, Kind: TimelineKind.Mode } && e.Text.EndsWith("becomes arming", StringComparison.Ordinal));
        int trip = Index(story, e => e.Kind == TimelineKind.FirstOut && e.Number > ProtectionNumber.Start);
        Assert.True(arm >= 0 && arming > arm && trip > arming);
        TimelineEntry first = Assert.Single(story.Trips);
        Assert.Same(story.Timeline[trip], first);
        Assert.Contains(story.Timeline, e => e.Kind == TimelineKind.Reaction && e.Cycle == first.Cycle && e.Text.EndsWith($"cause {first.Number} {EventDictionary.Get(first.Number).Name}", StringComparison.Ordinal));
        Assert.Contains(story.Timeline, e => e.Kind == TimelineKind.Event && (e.Cycle, e.Number, e.Value, e.Limit, e.Hoist) == (first.Cycle, first.Number, first.Value, first.Limit, first.Hoist));
    }

    [Fact]
    public void Values_are_held_against_the_recorded_limits()
    {
        double limitMps = Plant.Protection.OverspeedStop * Plant.Motion.MaxSpeedMps;
        CycleInput input = new(2);
        CycleResult result = new(2) { Plant = { Mode = Core.Modes.PlantMode.Armed } };
        LimitWatch watch = new(Plant);
        for (int i = 0; i < 100; i++)
        {
            input.NowNs = i * 10_000_000L;
            input.Hoists[1].DriveQuality = Quality.Good;
            input.Hoists[1].SpeedMps = i is >= 40 and < 47 ? -(limitMps + 0.01 * (i - 39)) : 0.1;
            watch.Take(input, result);
        }
        LimitApproach speed = Assert.Single(watch.Approaches(), l => l.Number == ProtectionNumber.OverspeedStop);
        Assert.Equal((1, true, 7, 460_000_000L, limitMps), (speed.Hoist, speed.Crossed, speed.LongestCycles, speed.TimeNs, speed.Limit));
        Assert.Equal(-0.07, speed.Margin, 9);
        Assert.DoesNotContain(watch.Approaches(), l => l.Number is ProtectionNumber.MeterStale or ProtectionNumber.Overload);
    }

    [Fact]
    public void A_damaged_recording_tells_what_is_left()
    {
        byte[] bytes = Recordings.OfController(Plant, 1000);
        bytes[RecordingTests.Open(bytes).CycleBlocks[1].ContentAt + 9] ^= 4;
        IncidentStory story = Story(bytes);
        Assert.Equal((0, 999), (story.FirstCycle, story.LastCycle));
        Assert.DoesNotContain(story.Timeline, e => e.Cycle is >= 200 and < 400);
    }

    [Fact]
    public void Names_are_told_in_words() => Assert.Equal(("graded brake stop", "42"), (Words.Of(Reaction.GradedBrakeStop), Words.Of((Reaction)42)));

    private static IncidentStory Story(byte[] bytes) => IncidentStory.Of(RecordingTests.Open(bytes))!;

    private static int Index(IncidentStory story, Predicate<TimelineEntry> match) => story.Timeline.ToList().FindIndex(match);
}
