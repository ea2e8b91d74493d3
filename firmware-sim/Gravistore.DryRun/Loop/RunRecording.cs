using System.Globalization;
using Gravistore.Core;
using Gravistore.DryRun.WhatIf;
using Gravistore.Recording;
using Gravistore.Recording.Incidents;

namespace Gravistore.DryRun.Loop;

/// <summary>Begins the flight recording of a run.</summary>
internal static class RunRecording
{
    /// <summary>Starts the recorder; null when the request asks for no recording.</summary>
    /// <param name="request">What is run.</param>
    /// <param name="state">The controller's state before the first cycle.</param>
    public static FlightRecorder? Begin(DryRunRequest request, ControllerState state)
    {
        if (request.Recording is null && request.IncidentFolder is null) return null;
        RecordingHeader header = RecordingHeader.For(request.Plant,
            new("source", "dryrun"), new("scenario", request.Scenario.Name), new("title", request.Scenario.Title), new("seed", request.Seed.ToString(CultureInfo.InvariantCulture)));
        if (request.RecordTruth) header = header.WithTruth(TruthRow.PlantNames, TruthRow.HoistNames);
        if (request is { RecordTruth: true, Sources: { } sources }) header = header.With(RecordingHeader.RunFilesName, RunFiles.Pack(sources, request.Scenario.Trace?.File));
        IncidentKeeper? incidents = request.IncidentFolder is { } folder ? new IncidentKeeper(folder, $"{request.Scenario.Name}-{request.Seed.ToString(CultureInfo.InvariantCulture)}") : null;
        return new FlightRecorder(request.Recording, header, state, incidents);
    }
}
