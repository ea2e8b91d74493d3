using Gravistore.Protocol.Messages;
using Gravistore.Runtime.Timing;

namespace Gravistore.Controller.Startup;

/// <summary>The loop measured once.</summary>
/// <param name="Devices">What it ran against, for people.</param>
/// <param name="Times">Where the time went.</param>
/// <param name="Links">What the links did meanwhile; none with devices in memory.</param>
internal sealed record LatencyPart(string Devices, CycleTimes Times, IReadOnlyList<LinkPart> Links)
{
    /// <summary>Questions answered a second on all links.</summary>
    public double RoundTripsPerSecond => Links.Sum(l => l.RoundTripsPerSecond);
    /// <summary>Questions not answered in time on all links.</summary>
    public long TimeOuts => Links.Sum(l => l.Timeouts);
}
