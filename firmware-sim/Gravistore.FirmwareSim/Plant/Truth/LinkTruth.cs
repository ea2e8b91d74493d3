namespace Gravistore.FirmwareSim.Plant;

/// <summary>Delays between controller and drives in a dry run [s].</summary>
/// <param name="CommandDelayS">From the controller's output to the drive's register.</param>
/// <param name="CommandJitterS">Greatest delay on top of that.</param>
/// <param name="MeasurementAgeS">Age of a measured image when the controller reads it.</param>
public sealed record LinkTruth(double CommandDelayS, double CommandJitterS, double MeasurementAgeS)
{
    /// <summary>Drives on RS-485 lines are asked once in this time, in turn.</summary>
    public double PollCycleS { get; init; } = 0.01;

    /// <summary>Time of a request on such a line, on top of <see cref="CommandDelayS"/>; a line that is served for real takes it by itself.</summary>
    public double LineS { get; init; }
}
