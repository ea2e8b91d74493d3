using Gravistore.Runtime;

namespace Gravistore.Controller.Startup;

/// <summary>How gravistored is to run.</summary>
internal sealed record DaemonOptions
{
    /// <summary>The plant file.</summary>
    public required string Plant { get; init; }
    /// <summary>The links file: where every device is.</summary>
    public string? Links { get; init; }
    /// <summary>The wiring file: what comes over this machine's own lines and boards; null = nothing does.</summary>
    public string? Wiring { get; init; }
    /// <summary>Path of a simulator's I/O socket, in the place of this machine's own lines and buses; null = its own.</summary>
    public string? IoSocket { get; init; }
    /// <summary>Path of the command socket.</summary>
    public required string Socket { get; init; }
    /// <summary>Folder with what must outlive the controller.</summary>
    public required string State { get; init; }
    /// <summary>Folder for recordings; null = none are made.</summary>
    public string? Record { get; init; }
    public required ExecutiveOptions Loop { get; init; }
    /// <summary>Measure the loop with resting devices in memory for so many seconds, instead of running a plant; 0 = run.</summary>
    public int LatencyS { get; init; }
    /// <summary>The measurement is printed as JSON.</summary>
    public bool Json { get; init; }
}
