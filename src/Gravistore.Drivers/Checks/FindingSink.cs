using Gravistore.Core.Parameters;
using Gravistore.Drivers.Native;

namespace Gravistore.Drivers.Checks;

/// <summary>Looks whether a device is what the plant file says; reads alone.</summary>
internal delegate void DeviceCheck(Ports.DevicePort port, Links.LinkSession session, FindingSink findings);

/// <summary>Collects what all links find, in the order of the devices.</summary>
internal sealed class FindingSink
{
    private readonly Lock _lock = new();
    private readonly List<FieldFinding> _findings = [];

    public void Add(FieldErrorInfo error, FieldDevice device, string what, string allowed = "")
    {
        string where = $"{device.Name} at {device.Address} unit {device.Unit}";
        lock (_lock) _findings.Add(new FieldFinding(error, where, what, allowed));
    }

    /// <summary>A bus whose port cannot be used: one finding for all its devices.</summary>
    public void AddPort(SerialPortException port, SerialBus bus)
    {
        FieldErrorInfo error = port.Trouble switch
        {
            SerialTrouble.Missing => FieldErrors.PortMissing,
            SerialTrouble.NoRights => FieldErrors.PortRights,
            SerialTrouble.InUse => FieldErrors.PortInUse,
            SerialTrouble.Settings => FieldErrors.PortSettings,
            SerialTrouble.Gone => FieldErrors.PortGone,
            _ => FieldErrors.PortNotSerial,
        };
        lock (_lock) _findings.Add(new FieldFinding(error, $"{bus.Name} at {bus.Path}", port.What, ""));
    }

    public IReadOnlyList<FieldFinding> All()
    {
        lock (_lock) return [.. _findings.OrderBy(f => f.Where, StringComparer.Ordinal)];
    }
}
