namespace Gravistore.FirmwareSim.Plant;

/// <summary>Delays between controller and drives in a dry run [s].</summary>
/// <param name="CommandDelayS">From the controller's output to the drive's register.</param>
/// <param name="CommandJitterS">Greatest delay on top of that.</param>
/// <param name="MeasurementAgeS">Age of a measured image when the controller reads it.</param>
public sealed record LinkTruth(double CommandDelayS, double CommandJitterS, double MeasurementAgeS);
