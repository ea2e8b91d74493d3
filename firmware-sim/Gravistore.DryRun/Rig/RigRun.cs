using Gravistore.Core.Modes;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Rig;

/// <summary>Everything that a run through the wire has left behind.</summary>
public sealed record RigRun
{
    public required DryRunRequest Request { get; init; }
    public required RigScript Script { get; init; }
    public required TruthTable Truth { get; init; }
    /// <summary>Time of the truth at the controller's first cycle [s].</summary>
    public required double TruthOffsetS { get; init; }
    /// <summary>Time of the cycle that first had a set point; infinite when none had [s].</summary>
    public required double FirstSetPointS { get; init; }
    /// <summary>The controller's events, their times since its first cycle.</summary>
    public required IReadOnlyList<EventRecord> Events { get; init; }
    public required IReadOnlyList<TripRecord> Trips { get; init; }
    /// <summary>The controller's last state hash, mode and cycle.</summary>
    public required ulong StateHash { get; init; }
    public required PlantMode Mode { get; init; }
    public required long Cycles { get; init; }
    /// <summary>Length of the run [s].</summary>
    public required double LengthS { get; init; }
    public required WireFigures Wire { get; init; }
}
