namespace Gravistore.FirmwareSim.Plant;

/// <summary>How the hard-wired chain is set.</summary>
/// <param name="OverspeedMps">Drum speed at which a drum's overspeed relay opens the chain [m/s].</param>
/// <param name="StoDelayS">From the chain's opening to the loss of motor torque, while the brakes take the load [s].</param>
public sealed record ChainTruth(double OverspeedMps, double StoDelayS);
