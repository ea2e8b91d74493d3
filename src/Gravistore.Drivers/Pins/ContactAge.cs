namespace Gravistore.Drivers.Pins;

/// <summary>Age of an image that is put together from several sources: that of its oldest part.</summary>
internal static class ContactAge
{
    /// <summary>When the oldest of them was sampled [ns]; 0 when one never was.</summary>
    public static long OldestNs(WiredContact[] contacts)
    {
        long oldestNs = long.MaxValue;
        foreach (WiredContact contact in contacts) oldestNs = Math.Min(oldestNs, contact.Source.StampNs);
        return contacts.Length == 0 ? 0 : oldestNs;
    }

    /// <summary>A counter that stands still only when every source does; age tells of one that does alone.</summary>
    public static int Samples(WiredContact[] contacts)
    {
        int samples = 0;
        foreach (WiredContact contact in contacts) samples = unchecked(samples + contact.Source.Samples);
        return samples;
    }
}
