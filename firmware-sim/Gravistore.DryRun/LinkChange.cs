using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun;

/// <summary>Commands take other times from a step of the scenario on; the age of measurements stays as it is.</summary>
/// <param name="StepLabel">Label of the step.</param>
/// <param name="Link">The delays from then on.</param>
public sealed record LinkChange(string StepLabel, LinkTruth Link);
