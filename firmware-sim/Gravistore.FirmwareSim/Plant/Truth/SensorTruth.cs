namespace Gravistore.FirmwareSim.Plant;

/// <summary>How well the sensors measure.</summary>
public sealed record SensorTruth
{
    /// <summary>Drum force at 20 mA [N].</summary>
    public required double LoadCellFullScaleN { get; init; }
    /// <summary>Noise, rms share of full scale.</summary>
    public required double LoadCellNoise { get; init; }
    /// <summary>Time constant [s].</summary>
    public required double LoadCellLagS { get; init; }
    /// <summary>Width of the hysteresis loop, share of full scale.</summary>
    public required double LoadCellHysteresis { get; init; }
    /// <summary>Reading over truth.</summary>
    public required double LoadCellGain { get; init; }
    /// <summary>Averaging window and period of the grid meter [s].</summary>
    public required double MeterWindowS { get; init; }
    /// <summary>Smallest step of the grid meter [W].</summary>
    public required double MeterStepW { get; init; }
    /// <summary>Noise of the grid meter's frequency, rms [Hz].</summary>
    public required double FrequencyNoiseHz { get; init; }
    /// <summary>Length of travel over which a shaft magnet or a landing cam acts [m].</summary>
    public required double MagnetLengthM { get; init; }
}
