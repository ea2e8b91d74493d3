using Gravistore.Core.Parameters;

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
        string where = $"{device.Name} at {device.Host}:{device.Port} unit {device.Unit}";
        lock (_lock) _findings.Add(new FieldFinding(error, where, what, allowed));
    }

    public IReadOnlyList<FieldFinding> All()
    {
        lock (_lock) return [.. _findings.OrderBy(f => f.Where, StringComparer.Ordinal)];
    }
}
