using System.Diagnostics;
using Gravistore.Console.Output;
using Gravistore.Core.Images;
using Gravistore.DryRun;
using Gravistore.Recording.Replay;

namespace Gravistore.Console.Recordings;

/// <summary>Shows how far a replay is, as a run does; a short one shows nothing.</summary>
internal sealed class ReplayProgress(TextWriter writer, bool isTerminal) : IReplayObserver, IDisposable
{
    /// <summary>Replays shorter than this are not worth a line [s].</summary>
    private const double QuietS = 1;

    private readonly ProgressReport _report = new(writer, isTerminal);
    private readonly long _began = Stopwatch.GetTimestamp();

    public double WallS => Stopwatch.GetElapsedTime(_began).TotalSeconds;

    public void Progress(double doneShare, long nowNs, in PlantOutput plant)
    {
        if (WallS < QuietS) return;
        double nowS = nowNs / 1e9;
        _report.Progress(new RunProgress
        {
            SimulatedS = nowS,
            ExpectedS = nowS / Math.Max(doneShare, 1e-9),
            WallS = WallS,
            Mode = plant.Mode,
            StateOfChargePercent = 100 * plant.StateOfCharge,
            PowerKW = 1e-3 * plant.ExpectedPowerW,
            Step = "replay",
        });
    }

    public void Dispose() => _report.Dispose();
}
