namespace Gravistore.FirmwareSim.Firmware;

/// <summary>The ramp function generator: with its times at 0 it passes the reference through, and it makes the ramps of OFF1 and OFF3.</summary>
public struct SpeedRamp
{
    /// <summary>Reference behind the ramp [rpm].</summary>
    public double OutputRpm { get; private set; }
    /// <summary>Change in the last step where a slope limited it, else 0 [rpm a step].</summary>
    public double SlopeRpm { get; private set; }

    /// <summary>Puts the ramp at a speed.</summary>
    public void Set(double rpm)
    {
        OutputRpm = rpm;
        SlopeRpm = 0.0;
    }

    /// <summary>One step towards a target; slopes in rpm a step, infinite = at once.</summary>
    public void Follow(double targetRpm, double accelerationRpm, double decelerationRpm)
    {
        double change = targetRpm - OutputRpm;
        SlopeRpm = 0.0;
        if (change == 0.0) return;
        bool slower = OutputRpm * change < 0.0;
        double slope = slower ? decelerationRpm : accelerationRpm;
        if (Math.Abs(change) <= slope) OutputRpm = targetRpm;
        else
        {
            SlopeRpm = change > 0.0 ? slope : -slope;
            OutputRpm += SlopeRpm;
        }
    }
}
