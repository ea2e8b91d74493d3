using System.Globalization;
using System.Text;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Tests.Traces;

/// <summary>
/// Makes config/traces/nordic-hour.csv: an hour of grid frequency with the statistics of a stressed Nordic hour. Three processes are added to the
/// nominal 50 Hz: a slow wander (market and load), a damped swing of about 70 s (the governors of a hydro system) and a fast rustle; two large units
/// trip on the way. Only exact operations and a seeded generator, so that every machine makes the same file.
/// </summary>
internal static class NordicHourGenerator
{
    public const int Samples = 3601;
    private const ulong Seed = 50;
    private const double NominalHz = 50;

    /// <summary>Slow wander: time constant [s] and standard deviation [Hz].</summary>
    private const double WanderS = 400, WanderHz = 0.034;
    /// <summary>Swing: angular frequency [rad/s], damping ratio, standard deviation [Hz].</summary>
    private const double SwingRadPerS = 0.09, SwingDamping = 0.25, SwingHz = 0.019;
    /// <summary>Rustle: time constant [s] and standard deviation [Hz].</summary>
    private const double RustleS = 4, RustleHz = 0.003;
    /// <summary>Unit trips: when [s], how deep [Hz], in what time the frequency falls [s] and comes back [s].</summary>
    private static readonly (int AtS, double DepthHz, double FallS, double ReturnS)[] Trips = [(1180, 0.10, 6, 110), (2730, 0.07, 6, 150)];

    /// <summary>The file's text.</summary>
    public static string Text()
    {
        StringBuilder text = new("# One hour of grid frequency, generated (tests/Gravistore.DryRun.Tests/Traces/NordicHourGenerator.cs); no measurement.\nt_s,f_hz\n");
        double[] values = Values();
        for (int i = 0; i < values.Length; i++) text.Append(CultureInfo.InvariantCulture, $"{i},{values[i]:F5}\n");
        return text.ToString();
    }

    /// <summary>Frequencies at 1 s [Hz].</summary>
    public static double[] Values()
    {
        Xoshiro256 noise = new(Seed);
        double wander = 0, swing = 0, swingRate = 0, rustle = 0;
        double[] values = new double[Samples];
        for (int i = 0; i < Samples; i++)
        {
            values[i] = NominalHz + wander + swing + rustle - Dip(i);
            wander = Wander(wander, WanderS, WanderHz, noise.NextNormal());
            rustle = Wander(rustle, RustleS, RustleHz, noise.NextNormal());
            // White noise through an oscillator: variance q / (4 zeta w^3) gives the strength q for the wanted deviation.
            double push = SwingHz * Math.Sqrt(4 * SwingDamping * SwingRadPerS * SwingRadPerS * SwingRadPerS) * noise.NextNormal();
            swingRate += push - 2 * SwingDamping * SwingRadPerS * swingRate - SwingRadPerS * SwingRadPerS * swing;
            swing += swingRate;
        }
        return values;
    }

    // First-order process at 1 s with the given time constant and standard deviation.
    private static double Wander(double value, double timeConstantS, double deviation, double normal)
    {
        double keep = 1 - 1 / timeConstantS;
        return keep * value + deviation * Math.Sqrt(1 - keep * keep) * normal;
    }

    private static double Dip(int timeS)
    {
        double dipHz = 0;
        foreach ((int atS, double depthHz, double fallS, double returnS) in Trips)
        {
            double since = timeS - atS;
            if (since >= 0 && since < fallS) dipHz += depthHz * since / fallS;
            else if (since >= fallS) dipHz += depthHz / (1 + (since - fallS) * (since - fallS) / (returnS * returnS));
        }
        return dipHz;
    }
}
