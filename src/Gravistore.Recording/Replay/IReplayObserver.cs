using Gravistore.Core.Images;

namespace Gravistore.Recording.Replay;

/// <summary>Watches a replay; called once for each block, one call at a time, from the threads that replay.</summary>
public interface IReplayObserver
{
    /// <summary>How far the replay is.</summary>
    /// <param name="doneShare">Share of the recording's blocks behind it, 0 to 1.</param>
    /// <param name="nowNs">Time replayed so far, all stretches together [ns].</param>
    /// <param name="plant">The plant's last outputs in one of the stretches.</param>
    void Progress(double doneShare, long nowNs, in PlantOutput plant);
}
