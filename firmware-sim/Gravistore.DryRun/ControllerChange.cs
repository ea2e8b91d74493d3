using Gravistore.Core.Parameters;

namespace Gravistore.DryRun;

/// <summary>The controller has other parameters from a time on; it keeps its state, and the plant, the links and the scenario go on as they are.</summary>
/// <param name="AtNs">The first cycle from this time on is the first with them [ns].</param>
/// <param name="Plant">The parameters; of as many hoists.</param>
public sealed record ControllerChange(long AtNs, PlantParameters Plant);
