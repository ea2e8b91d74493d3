using Gravistore.Core.Images;

namespace Gravistore.DryRun.Loop;

/// <summary>Sees every cycle of the controller, right after it.</summary>
internal interface ICycleWatch
{
    /// <summary>One cycle.</summary>
    /// <param name="input">What the controller was given.</param>
    /// <param name="result">What it gave.</param>
    /// <param name="truth">What was true of the plant when it began; see <see cref="TruthRow"/>.</param>
    void Cycle(CycleInput input, CycleResult result, ReadOnlySpan<double> truth);
}
