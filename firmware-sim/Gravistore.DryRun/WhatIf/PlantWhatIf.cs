using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.DryRun.Loop;
using Gravistore.DryRun.Results;
using Gravistore.Json;
using Gravistore.Recording;
using Gravistore.Recording.Replay;

namespace Gravistore.DryRun.WhatIf;

/// <summary>
/// Makes a recorded dry run again from the files that its recording holds, gives the controller other parameters from a time on, and lets plant and
/// controller run on together. Up to that time every cycle must be the recorded one to the bit: then the plant is in the very state it was in.
/// </summary>
public sealed class PlantWhatIf : ICycleWatch
{
    private readonly RunComparison _comparison;

    private PlantWhatIf(RunComparison comparison) => _comparison = comparison;

    /// <summary>Reads what a recorded run was made from.</summary>
    /// <param name="file">The recording.</param>
    /// <param name="why">Why it cannot be made again; empty when it can.</param>
    /// <returns>The run, or null.</returns>
    /// <exception cref="RefusedException">This version refuses a file of the run.</exception>
    public static DryRunRequest? Load(RecordingFile file, out string why)
    {
        ArgumentNullException.ThrowIfNull(file);
        why = "the recording holds neither the truth of a simulated plant nor the files of its run";
        if (RunFiles.Read(file.Header.Text(RecordingHeader.RunFilesName)) is not { } files) return null;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gravistore-what-if-");
        try
        {
            why = "a file of the recorded run has a path that leads elsewhere";
            if (files.Unpack(folder.FullName) is not { } options) return null;
            DryRunRequest request = DryRunSetup.Load(options, []);
            bool same = ParameterDocument.Write(request.Plant) == file.Header.Parameters;
            why = same ? "" : "the files of the recorded run give this version other parameters than the recorded ones";
            return same ? request : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs to the scenario's end.</summary>
    /// <param name="file">The recording.</param>
    /// <param name="request">The recorded run, from <see cref="Load"/>; may ask for a report's record besides.</param>
    /// <param name="other">The parameters from then on.</param>
    /// <param name="fromNs">From when on [ns].</param>
    /// <param name="observer">Sees recorded and new cycles; null = nobody.</param>
    /// <param name="progress">Is told how far the run is; null = nobody.</param>
    /// <param name="cancellation">Ends the run within a simulated second.</param>
    /// <exception cref="RunDiffersException">Before the change the run is not the recorded one: another version made it.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static (DryRunResult Run, WhatIfResult Difference) Run(
        RecordingFile file, DryRunRequest request, PlantParameters other, long fromNs, IWhatIfObserver? observer, IRunObserver? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        RunComparison comparison = new(file, fromNs, observer);
        DryRunRequest changed = request with { ControllerChange = new ControllerChange(fromNs, other), Watch = new PlantWhatIf(comparison) };
        DryRunResult result = DryRunner.Run(changed, progress, cancellation);
        return (result, comparison.Result());
    }

    void ICycleWatch.Cycle(CycleInput input, CycleResult result, ReadOnlySpan<double> truth) => _comparison.Take(input, result, truth);
}
