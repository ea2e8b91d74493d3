using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Core;

/// <summary>The controller: a function from one cycle's input to its result, with a state of plain data.</summary>
public sealed class Controller
{
    /// <summary>Length of one cycle [ns].</summary>
    public const long CycleNs = 10_000_000;

    public Controller(PlantParameters plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        Plant = plant;
    }

    public PlantParameters Plant { get; }

    /// <summary>One cycle of 10 ms. Allocates nothing in steady state, reads no clock, performs no I/O.</summary>
    public void Step(CycleInput input, CycleResult result)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(result);
    }
}
