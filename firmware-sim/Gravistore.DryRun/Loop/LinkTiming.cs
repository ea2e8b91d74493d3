using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Loop;

/// <summary>Delays of the links on the grid of the plant's step.</summary>
/// <param name="CommandDelayMs">From the controller's output to the device's register [ms].</param>
/// <param name="CommandJitterMs">Greatest delay on top of that [ms].</param>
/// <param name="MeasurementAgeMs">Age of an image in the cycle that sees it first [ms].</param>
internal readonly record struct LinkTiming(int CommandDelayMs, int CommandJitterMs, int MeasurementAgeMs)
{
    /// <summary>Rounds the true delays to whole milliseconds.</summary>
    public static LinkTiming Of(LinkTruth link) => new(Milliseconds(link.CommandDelayS), Milliseconds(link.CommandJitterS), Milliseconds(link.MeasurementAgeS));

    /// <summary>True at the instants whose samples become known at the beginning of a cycle.</summary>
    public bool IsSampleTime(long nowMs) => (nowMs + MeasurementAgeMs) % LockStepLoop.CycleMs == 0;

    private static int Milliseconds(double seconds) => (int)Math.Round(seconds * 1000);
}
