using Gravistore.Core.Images;

namespace Gravistore.Recording.Replay;

/// <summary>Watches a replay; called once for each block from the thread that runs it.</summary>
public interface IReplayObserver
{
    /// <summary>How far the replay is.</summary>
    /// <param name="doneShare">Share of the recording's blocks behind it, 0 to 1.</param>
    /// <param name="nowNs">Time of the recording [ns].</param>
    /// <param name="plant">The plant's last outputs.</param>
    void Progress(double doneShare, long nowNs, in PlantOutput plant);
}
