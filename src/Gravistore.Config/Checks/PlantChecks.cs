using System.Globalization;
using Gravistore.Config.Plants;
using Gravistore.Json;

namespace Gravistore.Config.Checks;

/// <summary>All checks that values of a plant fit together; each states numbers and cure.</summary>
internal static class PlantChecks
{
    public static void Run(PlantDraft plant, Findings findings)
    {
        ShaftCheck.Run(plant, findings);
        LimitOrderCheck.Run(plant);
        RopeCheck.Run(plant);
        BrakeCheck.Run(plant);
        EnvelopeCheck.Run(plant);
        PowerCheck.Run(plant);
        SpreadCheck.Run(plant);
        ScalingCheck.Run(plant);
    }

    /// <summary>A computed number as messages show it: four significant digits.</summary>
    public static string Show(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>A least value as messages show it: four significant digits, rounded up so that the value shown is allowed.</summary>
    public static string AtLeast(double value) => Show(RoundTo4(value, Math.Ceiling));

    /// <summary>A greatest value as messages show it: four significant digits, rounded down so that the value shown is allowed.</summary>
    public static string AtMost(double value) => Show(RoundTo4(value, Math.Floor));

    private static double RoundTo4(double value, Func<double, double> round)
    {
        if (value <= 0) return value;
        double unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 3);
        return round(value / unit) * unit;
    }

    /// <summary>A force in kN as messages show it.</summary>
    public static string Kilonewton(double forceN) => $"{Show(forceN / 1e3)} kN";
}
