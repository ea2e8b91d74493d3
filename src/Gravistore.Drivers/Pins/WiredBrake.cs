using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Drivers.Boards;

namespace Gravistore.Drivers.Pins;

/// <summary>Pressures and disc temperature of one brake from boards, in the place of what its unit reports. Where one of them fails, the brake's image is bad.</summary>
internal sealed class WiredBrake(CurrentInput[] pressures, Board? thermometer)
{
    /// <summary>A temperature may be so many polls old: a disc takes minutes to warm.</summary>
    private const int OldestPolls = 4;
    private const double NsPerS = 1e9;

    /// <summary>Changes the image after the unit's own was taken.</summary>
    public void Take(ref HoistInput image, long nowNs)
    {
        foreach (CurrentInput pressure in pressures) TakePressure(pressure, ref image, nowNs);
        if (thermometer is not null) TakeTemperature(thermometer, ref image, nowNs);
    }

    private static void TakePressure(CurrentInput pressure, ref HoistInput image, long nowNs)
    {
        image.BrakeAgeNs = Math.Max(image.BrakeAgeNs, nowNs - pressure.Board.StampNs);
        if (!pressure.Read(out double bar)) image.BrakeQuality = Quality.Bad;
        else if (pressure.Signal == WiredSignal.PressureA) image.PressureABar = bar;
        else image.PressureBBar = bar;
    }

    private static void TakeTemperature(Board thermometer, ref HoistInput image, long nowNs)
    {
        bool young = nowNs - thermometer.StampNs <= (long)(NsPerS * OldestPolls * thermometer.Wiring.PollS);
        if (young && thermometer[1] == 1) image.DiscTemperatureC = ThermometerChip.Celsius(thermometer[0]);
        else image.BrakeQuality = Quality.Bad;
    }
}
