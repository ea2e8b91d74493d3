namespace UnitsNet;

/// <summary>A temperature.</summary>
public readonly struct Temperature
{
    private Temperature(double degreesCelsius) => DegreesCelsius = degreesCelsius;

    /// <summary>In degrees Celsius.</summary>
    public double DegreesCelsius { get; }

    public static Temperature FromDegreesCelsius(double degreesCelsius) => new(degreesCelsius);
}
