namespace Gravistore.DryRun.Traces;

/// <summary>What the values of a series are.</summary>
public enum TraceKind { Frequency, Power }

/// <summary>How values are found between samples.</summary>
public enum Interpolation { Linear, Held }

/// <summary>How the columns of a CSV file are meant.</summary>
public sealed record TraceFormat
{
    /// <summary>Lowest and highest grid frequency that is taken for one [Hz].</summary>
    public const double LowestHz = 45, HighestHz = 65;
    /// <summary>Greatest magnitude of a power [kW].</summary>
    public const double LargestKW = 1e6;

    public required string TimeColumn { get; init; }
    public required string ValueColumn { get; init; }
    public required TraceKind Kind { get; init; }
    public required Interpolation Interpolation { get; init; }
    /// <summary>Factor on each value; not 0.</summary>
    public double Scale { get; init; } = 1;
    /// <summary>Added after the factor [Hz or kW].</summary>
    public double Offset { get; init; }

    /// <summary>Unit of the values after scale and offset.</summary>
    public string Unit => Kind == TraceKind.Frequency ? "Hz" : "kW";
    /// <summary>Bounds of a plausible value after scale and offset.</summary>
    public double Lowest => Kind == TraceKind.Frequency ? LowestHz : -LargestKW;
    public double Highest => Kind == TraceKind.Frequency ? HighestHz : LargestKW;
}
