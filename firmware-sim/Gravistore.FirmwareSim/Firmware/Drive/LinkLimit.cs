namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Control of the direct-voltage link while the front end cannot carry the power: what would raise its voltage is taken off the generating torque.</summary>
internal static class LinkLimit
{
    /// <summary>Narrows a range of torque [N m] to what a link takes at a speed [rpm].</summary>
    /// <param name="powerW">Shaft power that the link takes, at least 0 [W].</param>
    /// <param name="speedRpm">Motor speed.</param>
    /// <param name="lowNm">Least torque.</param>
    /// <param name="highNm">Greatest torque.</param>
    public static void Narrow(double powerW, double speedRpm, ref double lowNm, ref double highNm)
    {
        if (speedRpm == 0.0) return;
        double limitNm = Math.Max(0.0, powerW) * DriveFirmware.RpmPerRadPerS / Math.Abs(speedRpm);
        if (speedRpm < 0.0) highNm = Math.Min(highNm, limitNm);
        else lowNm = Math.Max(lowNm, -limitNm);
    }
}
