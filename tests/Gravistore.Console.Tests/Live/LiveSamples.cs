using Gravistore.Config;
using Gravistore.Console.Live;
using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;
using Gravistore.DryRun;
using Gravistore.DryRun.Results;
using Gravistore.Json;

namespace Gravistore.Console.Tests.Live;

/// <summary>Models with a history, made without a run.</summary>
internal static class LiveSamples
{
    private static readonly Lazy<PlantParameters> Reference = new(() =>
    {
        Findings findings = [];
        return PlantFile.Load(Path.Combine(ConsoleRig.Root, "config", "plants", "pyhasalmi.json"), [], findings)!;
    });

    /// <summary>The reference plant with another number of hoists.</summary>
    public static PlantParameters Plant(int hoists) => Reference.Value with { HoistCount = hoists };

    /// <summary>A run that is half done: raising on full power after a start, weights at different depths.</summary>
    public static LiveModel HalfDone(int hoists, double? speed = null)
    {
        LiveModel model = new(Plant(hoists), "half-done", 1200, speed);
        RunSnapshot snapshot = new(hoists) { Mode = PlantMode.Running, Step = "charge", Events = Events() };
        for (int second = 1; second <= 600; second++)
        {
            Fill(snapshot, second, hoists);
            model.Add(snapshot);
        }
        return model;
    }

    private static void Fill(RunSnapshot snapshot, int second, int hoists)
    {
        double asked = second < 60 ? 0 : second < 300 ? -250e3 * hoists : 125e3 * hoists;
        (snapshot.SimulatedS, snapshot.WallS) = (second, second / 500.0);
        (snapshot.AskedPowerW, snapshot.GivenPowerW) = (asked, 0.98 * asked);
        snapshot.FrequencyHz = 50 + 0.02 * (second % 7 - 3);
        snapshot.StateOfCharge = 0.5 + second / 2000.0;
        for (int i = 0; i < hoists; i++)
            snapshot.Hoists[i] = new HoistSnapshot
            {
                WeightDepthM = 15 + 500.0 * (i + 1) / (hoists + 1),
                SpeedMps = i % 3 == 0 ? -0.352 : i % 3 == 1 ? 0.21 : 0,
                RopeForceN = 612.0e3 + 1e3 * i,
                ExpectedRopeForceN = 608.8e3 + 1e3 * i,
                Mode = i % 3 == 0 ? HoistMode.Raising : i % 3 == 1 ? HoistMode.HoldingOnMotor : HoistMode.Parked,
            };
    }

    private static EventRecord[] Events() =>
    [
        new(0.01, -1, 100, "start", "info", 0, 0, "", "The controller has started; it begins tripped."),
        new(2.15, 0, 2, "hoist-mode", "info", 5, 0, "", "The hoist's mode is now Raising."),
        new(63.5, -1, 20, "power-limited", "warning", 112_850, 250_000, "W", "The hoists cannot give the power asked for: travel, rating or number of hoists is short."),
        new(599.99, 63, 113, "overspeed-trip", "trip", 0.64, 0.63, "m/s", "Overspeed: the brakes stop the hoist."),
    ];
}
