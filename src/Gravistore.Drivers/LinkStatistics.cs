namespace Gravistore.Drivers;

/// <summary>What one link did since it was started.</summary>
/// <param name="Name">Names of its devices, joined by "+".</param>
/// <param name="RoundTripsPerSecond">Requests answered per second.</param>
/// <param name="P50Us">Median duration of a request with its answer [us].</param>
/// <param name="P99Us">Duration that 99 of 100 do not exceed [us].</param>
/// <param name="TimeOuts">Requests without an answer in time.</param>
/// <param name="Reconnects">Connections after the first.</param>
/// <param name="Refused">Requests that a device answered with an exception.</param>
/// <param name="IsConnected">The link answers now.</param>
public sealed record LinkStatistics(string Name, double RoundTripsPerSecond, double P50Us, double P99Us, long TimeOuts, long Reconnects, long Refused, bool IsConnected);
