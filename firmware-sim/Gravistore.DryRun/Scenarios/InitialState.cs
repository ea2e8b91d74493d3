using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>Where the weights hang when a run starts; exactly one of the three is given.</summary>
public sealed record InitialState
{
    /// <summary>All weights at this landing.</summary>
    public Landing? Landing { get; init; }
    /// <summary>State of charge of the whole plant [%].</summary>
    public double? StateOfChargePercent { get; init; }
    /// <summary>Half of the distance over which the weights are spread evenly about their common depth [m].</summary>
    public double SpreadM { get; init; }
    /// <summary>Weight depth of each hoist [m].</summary>
    public IReadOnlyList<double>? WeightDepthsM { get; init; }
    /// <summary>Where the section stands in its file.</summary>
    public required JsonNode Place { get; init; }
}

/// <summary>One end of the stroke.</summary>
public enum Landing { Upper, Lower }
