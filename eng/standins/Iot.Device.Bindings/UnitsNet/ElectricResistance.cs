namespace UnitsNet;

/// <summary>A resistance.</summary>
public readonly struct ElectricResistance
{
    private ElectricResistance(double ohms) => Ohms = ohms;

    /// <summary>In ohms.</summary>
    public double Ohms { get; }

    public static ElectricResistance FromOhms(double ohms) => new(ohms);
}
