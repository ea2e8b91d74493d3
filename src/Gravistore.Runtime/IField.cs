using Gravistore.Core.Images;

namespace Gravistore.Runtime;

/// <summary>The field as the loop sees it: both calls are made in every cycle, never wait and allocate nothing.</summary>
public interface IField
{
    /// <summary>Fills the images with the newest values, their age and quality.</summary>
    void Take(CycleInput input, long nowNs);

    /// <summary>Hands the outputs to the links.</summary>
    void Send(CycleInput input, CycleResult result, long nowNs);
}
