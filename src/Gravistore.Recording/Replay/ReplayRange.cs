namespace Gravistore.Recording.Replay;

/// <summary>Which part of a recording is replayed.</summary>
/// <param name="FromNs">The replay begins at the last snapshot before this time [ns].</param>
/// <param name="UntilNs">It ends with the cycle of this time [ns].</param>
public readonly record struct ReplayRange(long FromNs, long UntilNs)
{
    public static ReplayRange All { get; } = new(0, long.MaxValue);
}
