using System.Globalization;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Devices;
using Gravistore.Drivers.Links;
using Gravistore.Drivers.Ports;

namespace Gravistore.Drivers.Checks;

/// <summary>A meter shows power and a frequency that a grid can have: with words swapped, at another address or in another coding it does not.</summary>
internal static class MeterCheck
{
    private const double LowestHz = 40, HighestHz = 70;
    /// <summary>A meter that was just switched on shows its first values within this time [ms].</summary>
    private const int PatienceMs = 1500, LookMs = 50;

    public static DeviceCheck Of(MeterProfile profile)
    {
        MeterCodec codec = new(profile);
        return (port, session, findings) => Run(codec, port, session, findings);
    }

    private static void Run(MeterCodec codec, DevicePort port, LinkSession session, FindingSink findings)
    {
        PlantInput image = default;
        for (int ms = 0; ms < PatienceMs; ms += LookMs)
        {
            if (codec.Decode(port.ReadBlock(session), ref image) == Quality.Good && image.GridFrequencyHz is > LowestHz and < HighestHz) return;
            Thread.Sleep(LookMs);
        }
        string shown = image.MeterQuality == Quality.Good ? string.Create(CultureInfo.InvariantCulture, $"it shows {image.GridFrequencyHz:G6} Hz") : "it shows no values";
        findings.Add(FieldErrors.WrongDevice, port.Device, shown, string.Create(CultureInfo.InvariantCulture, $"{LowestHz} to {HighestHz} Hz"));
    }
}
