using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Loop;

/// <summary>Delays of the links on the grid of the plant's step.</summary>
/// <param name="CommandDelayMs">From the controller's output to the device's register [ms].</param>
/// <param name="CommandJitterMs">Greatest delay on top of that [ms].</param>
/// <param name="MeasurementAgeMs">Age of an image in the cycle that sees it first [ms].</param>
internal readonly record struct LinkTiming(int CommandDelayMs, int CommandJitterMs, int MeasurementAgeMs)
{
    /// <summary>A drive is asked in one of so many cycles; 0 and 1 = in every one.</summary>
    public int PollCycles { get; init; }
    /// <summary>Time of a drive's request on its line, on top of the command delay [ms].</summary>
    public int LineMs { get; init; }

    /// <summary>Rounds the true delays to whole milliseconds.</summary>
    public static LinkTiming Of(LinkTruth link) => new(Milliseconds(link.CommandDelayS), Milliseconds(link.CommandJitterS), Milliseconds(link.MeasurementAgeS))
    {
        PollCycles = (int)Math.Round(link.PollCycleS / (1e-3 * LockStepLoop.CycleMs)),
        LineMs = Milliseconds(link.LineS),
    };

    /// <summary>True at the instants whose samples become known at the beginning of a cycle.</summary>
    public bool IsSampleTime(long nowMs) => (nowMs + MeasurementAgeMs) % LockStepLoop.CycleMs == 0;

    /// <summary>True in the cycles in which the line of a hoist's drive asks it: each hoist's in another one.</summary>
    public bool IsDriveAsked(long cycle, int hoist) => PollCycles <= 1 || (cycle + hoist) % PollCycles == 0;

    private static int Milliseconds(double seconds) => (int)Math.Round(seconds * 1000);
}
