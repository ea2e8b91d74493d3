using System.Globalization;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Simulator.Wire;

namespace Gravistore.Simulator.Control;

/// <summary>Carries out commands on the plant and its wires.</summary>
internal sealed class CommandTable(World world, DeviceTable table)
{
    /// <summary>Set when somebody asked for the end.</summary>
    public event Action? StopAsked;

    /// <summary>Carries out a command that was checked.</summary>
    public string Execute(SimCommand command)
    {
        switch (command.Verb)
        {
            case "fault": return Fault(command);
            case "heal": return Heal(command.Device);
            case "restart": return Restart(command);
            case "devices": return "ok " + string.Join(' ', table.Names);
            case "stop":
                StopAsked?.Invoke();
                return "ok";
            default:
                lock (world.Gate) return OnPlant(command);
        }
    }

    private string OnPlant(SimCommand command)
    {
        SimPlant plant = world.Plant;
        bool on = command.Text == "on";
        switch (command.Verb)
        {
            case "key": plant.ResetKey = on; break;
            case "emergency-stop": plant.EmergencyStop = on; break;
            case "frequency": plant.GridFrequencyHz = command.Number; break;
            case "trip": plant.Drive(table.Link(command.Device).Hoist).Trip((int)command.Number); break;
            case "local": plant.Drive(table.Link(command.Device).Hoist).Local = on; break;
            default: return Status(plant);
        }
        return "ok";
    }

    private string Fault(SimCommand command)
    {
        WireFaultKind kind = Array.Find(WireFault.Names, n => n.Text == command.Text).Kind;
        table.Fault(command.Device).Set(kind, (int)command.Number);
        if (kind == WireFaultKind.Reset) table.Wire(command.Device)?.ResetAll();
        return "ok";
    }

    private string Heal(string device)
    {
        if (device == "all") table.HealAll();
        else table.Fault(device).Set(WireFaultKind.None);
        return "ok";
    }

    // The adapter goes down with its drive: connections break, telegrams under way are lost, and it takes a while until it answers again.
    private string Restart(SimCommand command)
    {
        lock (world.Gate)
        {
            world.Plant.RestartDrive(table.Link(command.Device).Hoist);
            table.Registers(command.Device).Clear();
        }
        table.Wire(command.Device)?.GoOffline((int)command.Number);
        return "ok";
    }

    private string Status(SimPlant plant) => string.Create(CultureInfo.InvariantCulture,
        $"ok time_s={1e-3 * plant.TimeMs:F3} grid_power_w={plant.GridPowerW:F0} chain_closed={(plant.Chain.Closed ? 1 : 0)} late_wake_ups={world.LateWakeUps} greatest_lateness_ms={world.GreatestLatenessMs}");
}
