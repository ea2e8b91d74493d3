using System.Globalization;
using Gravistore.Core.Parameters;
using Gravistore.Core.Protection;
using Gravistore.Json;

namespace Gravistore.Config.Links;

/// <summary>Refuses RS-485 lines that nobody uses or that stand twice, and lines that cannot carry what their devices have to say in time.</summary>
internal sealed class BusCheck(Section root, FieldLinks links)
{
    /// <summary>From this share of the cycle on a line is called nearly full.</summary>
    private const double NearLoad = 0.9;
    /// <summary>A drive drops its additive torque when REF2 is not refreshed for so long [s].</summary>
    private const double TorqueExpiryS = 0.05;
    /// <summary>Age at which a brake unit's image counts as stale [s].</summary>
    private const double BrakeStaleS = 0.6;
    /// <summary>A drive's own time-out covers so many cycles of its master.</summary>
    private const int HeartbeatCycles = 3;
    private const int LastUnit = 247;

    private readonly IReadOnlyList<Section> _buses = root.List(BusSpec.Buses), _devices = root.List(LinksSpec.Devices);

    public void Run(PlantParameters? plant)
    {
        for (int i = 0; i < links.Buses.Count; i++)
        {
            BusSpec.Check(_buses[i]);
            for (int earlier = 0; earlier < i; earlier++) CheckPair(links.Buses[earlier], links.Buses[i], _buses[i]);
            CheckUse(links.Buses[i], _buses[i]);
            if (plant is not null) CheckBudget(BusBudget.Of(links.Buses[i], links, plant.Devices), _buses[i], plant);
        }
        for (int i = 0; i < links.Devices.Count; i++) CheckPlace(links.Devices[i], _devices[i]);
    }

    private static void CheckPair(SerialBus earlier, SerialBus bus, Section section)
    {
        if (earlier.Name == bus.Name) section.Error(BusSpec.Name, ConfigErrors.BusTwice, $"another line is named {JsonText.Quote(bus.Name)} already");
        if (earlier.Path == bus.Path) section.Error(BusSpec.Path, ConfigErrors.BusTwice, $"{earlier.Name} has the port {bus.Path} already");
    }

    private void CheckUse(SerialBus bus, Section section)
    {
        if (!links.Devices.Any(d => d.Bus?.Name == bus.Name)) section.Error(BusSpec.Name, ConfigErrors.BusUnknown, $"no device is on {bus.Name}");
    }

    private void CheckPlace(FieldDevice device, Section section)
    {
        bool hasBus = section.Has(LinksSpec.Bus), hasHost = section.Has(LinksSpec.Host), hasPort = section.Has(LinksSpec.Port);
        if (hasBus ? hasHost || hasPort : !hasHost || !hasPort)
            section.Error(LinksSpec.DeviceName, ConfigErrors.LinkPlace, $"{device.Name} is given {(hasBus ? "a bus and an address" : "neither a bus nor a whole address")}", "\"bus\", or \"host\" and \"port\"");
        else if (hasBus && device.Bus is null)
            section.Error(LinksSpec.Bus, ConfigErrors.BusUnknown, $"there is no bus {JsonText.Quote(section.Text(LinksSpec.Bus))}", JsonText.Choices(links.Buses.Select(b => b.Name)),
                NearestMatch.Question(section.Text(LinksSpec.Bus), [.. links.Buses.Select(b => b.Name)], ConfigErrors.BusUnknown.Cure));
        else if (hasBus && device.Unit is < 1 or > LastUnit)
            section.Error(LinksSpec.Unit, ConfigErrors.BusUnit, $"unit {device.Unit} is no address on a serial line", $"1 to {LastUnit}");
    }

    private void CheckBudget(BusBudget budget, Section section, PlantParameters plant)
    {
        SerialBus bus = budget.Bus;
        string round = $"a round of {bus.Name} takes {Ms(budget.RoundS)} ({budget.Telegrams} exchanges, {budget.Bytes} bytes at {bus.Baud} baud)";
        if (budget.Load > 1)
        {
            section.Error(BusSpec.Cycle, ConfigErrors.BusBudget, $"{round}, more than its cycle of {Ms(bus.CycleS)}; it achieves {Ms(budget.AchievedCycleS)}", $"cycleMs {Ms(budget.AchievedCycleS)} or more");
            return;
        }
        if (budget.Load > NearLoad)
            section.Warn(BusSpec.Cycle, ConfigErrors.BusNear, string.Create(CultureInfo.InvariantCulture, $"{round}, {100 * budget.Load:F0} % of its cycle of {Ms(bus.CycleS)}"), $"up to {100 * NearLoad:F0} %");
        foreach (FieldDevice device in links.Devices)
            if (device.Bus?.Name == bus.Name) CheckPatience(device, budget, section, plant);
    }

    private static void CheckPatience(FieldDevice device, BusBudget budget, Section section, PlantParameters plant)
    {
        SerialBus bus = budget.Bus;
        double staleS = StaleS(device.Kind, plant);
        if (budget.AgeAfterOneLossS > staleS)
            section.Error(BusSpec.Cycle, ConfigErrors.BusPatience, $"when one answer is lost, the image of {device.Name} is {Ms(budget.AgeAfterOneLossS)} old before the next; it counts as stale at {Ms(staleS)}");
        if (device.Kind != FieldDeviceKind.Drive) return;
        if (HeartbeatCycles * bus.CycleS > plant.Drive.CommunicationTimeoutS)
            section.Error(BusSpec.Cycle, ConfigErrors.BusPatience, $"{device.Name} trips when it hears nothing for {Ms(plant.Drive.CommunicationTimeoutS)}, which are not {HeartbeatCycles} cycles of {Ms(bus.CycleS)}");
        if (plant.Motion.PowerByTorque && bus.CycleS >= TorqueExpiryS)
            section.Error(BusSpec.Cycle, ConfigErrors.BusPatience, $"{device.Name} drops its additive torque after {Ms(TorqueExpiryS)}, and is asked every {Ms(bus.CycleS)}");
    }

    private static double StaleS(FieldDeviceKind kind, PlantParameters plant) => kind switch
    {
        FieldDeviceKind.Drive => plant.Protection.StaleStopS,
        FieldDeviceKind.BrakeUnit => BrakeStaleS,
        FieldDeviceKind.Meter => PlantProtections.MeterStaleS,
        _ => PlantProtections.IoStaleS,
    };

    private static string Ms(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{1000 * seconds:0.##} ms");
}
