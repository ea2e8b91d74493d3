namespace Gravistore.Drivers.Links;

/// <summary>What a link counts; written by its thread alone.</summary>
internal sealed class LinkCounters
{
    public RoundTripMeter RoundTrips { get; private set; } = new();
    public long TimeOuts { get; set; }
    public long Connections { get; set; }
    public long Refused { get; set; }
    public bool IsConnected { get; set; }

    /// <summary>Counts anew from here on: what the checks at the start took says nothing of the cycles.</summary>
    public void Restart()
    {
        RoundTrips = new RoundTripMeter();
        (TimeOuts, Refused, Connections) = (0, 0, IsConnected ? 1 : 0);
    }
}
