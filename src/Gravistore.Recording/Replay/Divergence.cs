namespace Gravistore.Recording.Replay;

/// <summary>The first value in which a replay differs from its recording.</summary>
/// <param name="Cycle">Number of the cycle from 0.</param>
/// <param name="TimeNs">Time of the cycle [ns].</param>
/// <param name="Channel">Name of the channel, such as hoist[3].output.speedReferenceMps.</param>
/// <param name="Unit">Its unit; empty where there is none.</param>
/// <param name="Recorded">What the recording has.</param>
/// <param name="Replayed">What the replay gave.</param>
public sealed record Divergence(long Cycle, long TimeNs, string Channel, string Unit, string Recorded, string Replayed)
{
    public override string ToString() => FormattableString.Invariant($"cycle {Cycle}, {TimeNs / 1e9:0.00} s, {Channel}: recorded {Recorded}{Suffix}, replayed {Replayed}{Suffix}");

    private string Suffix => Unit.Length > 0 ? " " + Unit : "";
}
