using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>What the front end of each hoist can carry, and the dip of the grid that it meets.</summary>
public sealed record FrontEndTruth
{
    /// <summary>Current limit as power at full voltage [% of base power].</summary>
    public required double CurrentLimitPercent { get; init; }
    /// <summary>Start of the dip, from the start of the run [s].</summary>
    public required double DipAtS { get; init; }
    /// <summary>Length of the dip [s]; 0 = none.</summary>
    public required double DipDurationS { get; init; }
    /// <summary>Voltage left during the dip [% of nominal].</summary>
    public required double DipVoltagePercent { get; init; }
    /// <summary>What the front end does where the power needs more than its current limit.</summary>
    public required PowerLimitAction DipAction { get; init; }
}
