using Gravistore.Core.Images;

namespace Gravistore.Recording.Replay;

/// <summary>Watches what other parameters change, cycle by cycle.</summary>
public interface IWhatIfObserver
{
    /// <summary>One cycle was replayed.</summary>
    /// <param name="timeNs">Its time [ns].</param>
    /// <param name="recorded">What was recorded.</param>
    /// <param name="replayed">What the controller gave.</param>
    void Cycle(long timeNs, CycleResult recorded, CycleResult replayed);

    /// <summary>What was true of the plant when the cycle began, where that is known of both; the file's order.</summary>
    void Truth(long timeNs, ReadOnlySpan<double> recorded, ReadOnlySpan<double> replayed)
    {
    }
}
