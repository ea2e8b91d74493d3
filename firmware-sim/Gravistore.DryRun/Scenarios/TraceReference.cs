using Gravistore.DryRun.Traces;
using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>Which series a scenario follows and how its numbers are meant.</summary>
public sealed record TraceReference
{
    /// <summary>Path of the CSV file, resolved.</summary>
    public required string File { get; init; }
    public required TraceFormat Format { get; init; }
    /// <summary>The series begins again when it has ended.</summary>
    public required bool Repeat { get; init; }
    /// <summary>Where the file's name stands.</summary>
    public required JsonNode Place { get; init; }
}
