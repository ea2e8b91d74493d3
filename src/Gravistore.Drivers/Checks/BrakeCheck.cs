using Gravistore.Core.Parameters;
using Gravistore.Drivers.Links;
using Gravistore.Drivers.Ports;

namespace Gravistore.Drivers.Checks;

/// <summary>A brake unit shows its number and its counter.</summary>
internal static class BrakeCheck
{
    public static DeviceCheck Of(BrakeUnitProfile profile) => (port, session, findings) =>
    {
        int magic = port.ReadBlock(session)[profile.MagicOffset];
        if (magic != profile.Magic) findings.Add(FieldErrors.WrongDevice, port.Device, $"its first register is {magic:X4} hexadecimal, so it is no {profile.Name}", profile.Magic.ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        else LifeCheck.Run(port, session, findings, profile.HeartbeatOffset);
    };
}
