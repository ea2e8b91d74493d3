using System.Globalization;
using Gravistore.Core;
using Gravistore.Recording;

namespace Gravistore.DryRun.Loop;

/// <summary>Begins the flight recording of a run.</summary>
internal static class RunRecording
{
    /// <summary>Starts the recorder; null when the request asks for no recording.</summary>
    /// <param name="request">What is run.</param>
    /// <param name="state">The controller's state before the first cycle.</param>
    public static FlightRecorder? Begin(DryRunRequest request, ControllerState state)
    {
        if (request.Recording is not { } stream) return null;
        RecordingHeader header = RecordingHeader.For(request.Plant,
            new("source", "dryrun"), new("scenario", request.Scenario.Name), new("title", request.Scenario.Title), new("seed", request.Seed.ToString(CultureInfo.InvariantCulture)));
        return new FlightRecorder(stream, header, state);
    }
}
