using CsCheck;

namespace Gravistore.Charts.Tests;

/// <summary>States are thinned without losing those that must be seen.</summary>
public sealed class StateTrackTests
{
    private const int MustBeSeen = 3;
    private static readonly Gen<(double StepS, int State)[]> Changes = Gen.Select(Gen.Double[0.001, 20], Gen.Int[0, 4]).Array[1, 400];

    [Fact]
    public void Few_changes_are_kept_as_they_are()
    {
        StateTrack track = new(8, _ => false);
        foreach ((double timeS, int state) in (ReadOnlySpan<(double, int)>)[(0, 1), (1, 1), (2, 2), (5, 1)]) track.Add(timeS, state);
        Assert.Equal([(0, 2, 1), (2, 5, 2), (5, 9, 1)], track.Stretches(9));
        Assert.Equal(0, track.LeftOut);
    }

    [Fact]
    public void Stretches_are_few_follow_each_other_and_change_state() => Changes.Sample(changes =>
    {
        StateTrack track = new(16, _ => false);
        double endS = Record(track, changes);
        IReadOnlyList<(double FromS, double ToS, int State)> stretches = track.Stretches(endS);
        Assert.InRange(stretches.Count, 1, 16);
        Assert.Equal(endS, stretches[^1].ToS);
        for (int i = 1; i < stretches.Count; i++)
        {
            Assert.Equal(stretches[i - 1].ToS, stretches[i].FromS);
            Assert.NotEqual(stretches[i - 1].State, stretches[i].State);
        }
    });

    [Fact]
    public void What_must_be_seen_is_never_joined_while_there_is_room() => Changes.Where(c => c.Count(x => x.State == MustBeSeen) < 20).Sample(changes =>
    {
        StateTrack track = new(64, state => state == MustBeSeen);
        double endS = Record(track, changes);
        IReadOnlyList<(double FromS, double ToS, int State)> stretches = track.Stretches(endS);
        double timeS = 0;
        for (int i = 0; i < changes.Length; i++)
        {
            timeS += changes[i].StepS;
            if (changes[i].State == MustBeSeen) Assert.Contains(stretches, s => s.State == MustBeSeen && s.FromS <= timeS && timeS < s.ToS);
        }
    });

    private static double Record(StateTrack track, (double StepS, int State)[] changes)
    {
        double timeS = 0;
        foreach ((double stepS, int state) in changes) track.Add(timeS += stepS, state);
        return timeS + 1;
    }
}
