using System.Globalization;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Simulator.Io;
using Gravistore.Simulator.Wire;

namespace Gravistore.Simulator.Control;

/// <summary>Carries out commands on the plant and its wires.</summary>
internal sealed class CommandTable(World world, DeviceTable table, IoRack? rack)
{
    /// <summary>Somebody asked for the end.</summary>
    public event Action? StopAsked;

    /// <summary>Carries out a command that was checked.</summary>
    public string Execute(SimCommand command)
    {
        switch (command.Verb)
        {
            case "link": return Spoil(command);
            case "drive" when command.Text == "restart": return Restart(command);
            case IoCommands.Wire or IoCommands.Board:
                lock (world.Gate) return IoCommands.Execute(command, rack!);
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
        switch (command.Verb, command.Text)
        {
            case ("key", _): plant.ResetKey = command.Text == "press"; break;
            case ("estop", _): plant.EmergencyStop = command.Text == "press"; break;
            case ("frequency", _): plant.GridFrequencyHz = command.Number; break;
            case ("drive", "trip"): plant.Drive(table.Link(command.Device).Hoist).Trip((int)command.Number); break;
            case ("drive", _): plant.Drive(table.Link(command.Device).Hoist).Local = command.Text == "local"; break;
            default: return Status(plant);
        }
        return "ok";
    }

    private string Spoil(SimCommand command)
    {
        WireFaultKind kind = Array.Find(WireFault.Names, n => n.Text == command.Text).Kind;
        foreach (string name in table.Names)
        {
            if (command.Device != CommandLine.All && command.Device != name && command.Device != table.Link(name).Bus?.Name) continue;
            table.Fault(name).Set(kind, (int)command.Number);
            if (kind == WireFaultKind.Reset) table.Wire(name)?.ResetAll();
        }
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
        table.Line(command.Device)?.GoOffline(table.Link(command.Device).Unit, (int)command.Number);
        return "ok";
    }

    private string Status(SimPlant plant) => string.Create(CultureInfo.InvariantCulture,
        $"ok time_s={1e-3 * plant.TimeMs:F3} grid_power_w={plant.GridPowerW:F0} chain_closed={(plant.Chain.Closed ? 1 : 0)} late_wake_ups={world.LateWakeUps} greatest_lateness_ms={world.GreatestLatenessMs}");
}
