namespace Gravistore.FirmwareSim.Plant;

/// <summary>What is true of one hoist after the last step.</summary>
public struct HoistTruth
{
    /// <summary>Depth of the weight [m].</summary>
    public double WeightDepthM;
    /// <summary>Paid-out rope length [m].</summary>
    public double RopeLengthM;
    /// <summary>Rope speed at the drum, lowering positive [m/s].</summary>
    public double SpeedMps;
    /// <summary>Speed of the weight, down positive [m/s].</summary>
    public double WeightSpeedMps;
    /// <summary>Force between rope and weight [N].</summary>
    public double RopeForceN;
    /// <summary>Force of the rope on the drum, two thirds of its own weight included [N].</summary>
    public double DrumForceN;
    /// <summary>Mean force of the motor at the rope, positive holds [N].</summary>
    public double MotorForceN;
    /// <summary>Force that the brake could hold or is sliding with [N].</summary>
    public double BrakeForceN;
    /// <summary>Share of the spring force applied by each channel, 0..1.</summary>
    public double AppliedA;
    public double AppliedB;
    public double DiscTemperatureC;
    public double MotorTemperatureC;
    /// <summary>Power at the AC side of the hoist's converter, export positive [W].</summary>
    public double FrontEndPowerW;
    /// <summary>The weight is within a landing's cam.</summary>
    public bool OnLanding;
}
