namespace Gravistore.DryRun.Results;

/// <summary>What a run through the wire has that a dry run has not.</summary>
/// <param name="Slips">Cycle slips of the loop.</param>
/// <param name="P50Us">Half of the wake-ups came no later than this [us], and so on.</param>
/// <param name="P99Us">See <paramref name="P50Us"/>.</param>
/// <param name="P999Us">See <paramref name="P50Us"/>.</param>
/// <param name="MaxUs">Latest wake-up [us].</param>
/// <param name="Links">The field links.</param>
/// <param name="Simulator">How well the simulator kept its time.</param>
public sealed record WireFigures(long Slips, double P50Us, double P99Us, double P999Us, double MaxUs, IReadOnlyList<WireLink> Links, WireSimulator Simulator)
{
    /// <summary>What a replay of the controller's recording said; null when none was kept.</summary>
    public WireReplay? Replay { get; init; }
}

/// <summary>A controller's recording, replayed.</summary>
/// <param name="Cycles">Cycles replayed.</param>
/// <param name="Difference">The first difference, or damage; empty = the same to the bit.</param>
public sealed record WireReplay(long Cycles, string Difference)
{
    /// <summary>Cycles were replayed, and all are equal.</summary>
    public bool IsEqual => Cycles > 0 && Difference.Length == 0;
}

/// <summary>How well the simulator kept its time: where it did not, a run says little about the controller.</summary>
/// <param name="LateWakeUps">Wake-ups of the plant more than 5 ms late.</param>
/// <param name="LatestMs">The latest of all [ms].</param>
public sealed record WireSimulator(long LateWakeUps, double LatestMs);

/// <summary>One field link over a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="RoundTripsPerSecond">Requests answered a second.</param>
/// <param name="P50Us">Half of the answers came within this time [us].</param>
/// <param name="P99Us">99 % of the answers came within this time [us].</param>
/// <param name="Timeouts">Requests not answered in time.</param>
/// <param name="Reconnects">Connections made after the first.</param>
public sealed record WireLink(string Name, double RoundTripsPerSecond, double P50Us, double P99Us, long Timeouts, long Reconnects);
