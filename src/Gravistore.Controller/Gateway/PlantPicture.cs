using Gravistore.Controller.Journal;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Gateway;

/// <summary>The newest cycle for all ordinary threads: filled by one of them, looked at by many. The loop never takes its lock.</summary>
internal sealed class PlantPicture(int hoistCount, SnapshotMapper mapper)
{
    private readonly LoopImage _image = new(hoistCount);
    private readonly object _lock = new();
    private bool _filled;

    /// <summary>Takes a newer cycle over.</summary>
    public void Fill(LoopImage newest)
    {
        lock (_lock)
        {
            _image.Copy(newest);
            _filled = true;
        }
    }

    /// <summary>The newest cycle as a message; null while there is none.</summary>
    /// <param name="snapshotsLost">What the client has missed.</param>
    public SnapshotNotice? Snapshot(long snapshotsLost)
    {
        lock (_lock) return _filled ? mapper.Map(_image, snapshotsLost) : null;
    }

    /// <summary>Where the weights are, once every drive has told; null before.</summary>
    public JournalHoist[]? Journal()
    {
        lock (_lock) return _filled && Array.TrueForAll(_image.Inputs, i => i.DriveQuality != Core.Images.Quality.Never) ? [.. _image.Journal] : null;
    }

    /// <summary>Every hoist that can be heard stands on set brakes.</summary>
    public bool AllAtRest()
    {
        lock (_lock) return _filled && Array.TrueForAll(_image.Journal, h => h.AtRest);
    }
}
