using Gravistore.Config;

namespace Gravistore.DryRun;

/// <summary>Where a run's files were found, and what was asked on the command line: enough to say how the run is done again.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="ScenarioFile">File of the scenario.</param>
/// <param name="PlantFile">File of what the controller believes.</param>
/// <param name="SimFile">File of what is true.</param>
public sealed record RunSources(DryRunOptions Options, string ScenarioFile, string PlantFile, string SimFile)
{
    /// <summary>Values set from outside the files.</summary>
    public IReadOnlyList<Override> Overrides => Options.Overrides;
}
