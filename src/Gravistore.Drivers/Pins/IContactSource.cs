namespace Gravistore.Drivers.Pins;

/// <summary>Up to 32 contacts that are sampled together.</summary>
internal interface IContactSource
{
    /// <summary>A bit for each contact, as it was sampled last.</summary>
    uint Levels { get; }
    /// <summary>When they were sampled [ns]; 0 = never.</summary>
    long StampNs { get; }
    /// <summary>Counts samples.</summary>
    int Samples { get; }
}
