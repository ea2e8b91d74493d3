using System.Net;
using System.Net.Sockets;
using Gravistore.FirmwareSim.Firmware;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Simulator.Control;
using Gravistore.Simulator.Io;
using Gravistore.Simulator.Mirror;
using Gravistore.Simulator.Serial;
using Gravistore.Simulator.Serving;
using Gravistore.Simulator.Wire;

namespace Gravistore.Simulator;

/// <summary>A plant with its field devices served over Modbus TCP, in wall-clock time, until it is disposed.</summary>
public sealed class Simulation : IDisposable
{
    private readonly World _world;
    private readonly DeviceTable _table;
    private readonly CommandTable _commands;
    private readonly CommandLine _parser;
    private readonly List<SlavePort> _servers = [];
    private readonly List<WirePort> _wires = [];
    private readonly IoRack? _rack;
    private readonly IoServer? _io;
    private readonly LineMirror? _mirror;
    private readonly List<SerialSlaves> _lines = [];

    private Simulation(SimulationSetup setup)
    {
        SimPlant plant = new(setup.Truth, setup.Devices, setup.Seed, [.. setup.DepthsM]);
        TruthWriter? truth = setup.Truths is null ? null : new TruthWriter(setup.Truths, plant.HoistCount);
        ScriptPlayer script = new(setup.Script);
        _world = new World(plant, truth, nowMs =>
        {
            script.Play(nowMs, Apply);
            _rack?.Step(nowMs);
        });
        if (setup.Wiring is { } wiring)
        {
            _rack = new IoRack(_world, wiring, setup.Devices.PlantIo, setup.Seed);
            if (setup.IoSocket.Length > 0) _io = new IoServer(setup.IoSocket, _world, _rack);
            if (setup.Mirror is { } chip) _mirror = new LineMirror(_world, _rack.Lines, wiring, chip);
        }
        _table = new DeviceTable(_world, setup);
        _commands = new CommandTable(_world, _table, _rack);
        _parser = CommandLine.Of(setup.Links, _table.HasWires, setup.Wiring);
        Links = setup.Links;
    }

    /// <summary>Somebody asked for the end through <see cref="Execute"/>.</summary>
    public event Action? StopAsked
    {
        add => _commands.StopAsked += value;
        remove => _commands.StopAsked -= value;
    }

    /// <summary>Told of every cyclic telegram as it comes; to be quick about it.</summary>
    public event Action<SimTelegram>? TelegramCame
    {
        add => _world.TelegramCame += value;
        remove => _world.TelegramCame -= value;
    }

    /// <summary>Where every device is served, with the ports that were really taken.</summary>
    public IReadOnlyList<SimLink> Links { get; private set; }

    /// <summary>Every RS-485 line with the pseudo terminal that its path leads to now.</summary>
    public IReadOnlyList<(SimBus Bus, string Terminal)> Lines => [.. Links.Where(l => l.Bus is not null).DistinctBy(l => l.Bus).Select(l => (l.Bus!, _table.Line(l.Name)?.TerminalPath ?? ""))];

    /// <summary>Monotonic time of the plant's time zero [ns].</summary>
    public long StartNs => _world.StartNs;

    /// <summary>The plant's time [ms].</summary>
    public long TimeMs
    {
        get
        {
            lock (_world.Gate) return _world.Plant.TimeMs;
        }
    }

    /// <summary>Wake-ups more than 5 ms late, and the greatest lateness of the plant and of timed lines [ms].</summary>
    public (long Count, long GreatestMs) LateWakeUps => (_world.LateWakeUps, Math.Max(_world.GreatestLatenessMs, _lines.Select(l => l.GreatestLatenessMs).DefaultIfEmpty().Max()));

    /// <summary>Opens all servers and starts the plant's time.</summary>
    /// <exception cref="IOException">An address is taken; the message names it.</exception>
    public static Simulation Start(SimulationSetup setup)
    {
        Simulation simulation = new(setup);
        try
        {
            simulation.Serve(setup);
        }
        catch
        {
            simulation.Dispose();
            throw;
        }
        simulation._world.Start();
        return simulation;
    }

    /// <summary>Carries out one command; see docs/wire.md.</summary>
    /// <returns>"ok" with what was asked for, or "error" with the reason.</returns>
    public string Execute(string command) => _parser.Parse(command) switch
    {
        { Error: { } error } => "error " + error,
        { Command: { } good } => _commands.Execute(good),
        _ => "error nothing was asked",
    };

    /// <summary>Looks at the plant between two steps; nothing of it may be kept.</summary>
    public T Look<T>(Func<SimPlant, T> look)
    {
        lock (_world.Gate) return look(_world.Plant);
    }

    /// <summary>Lets another program seem to hold a GPIO line.</summary>
    internal void UseLine(string line)
    {
        lock (_world.Gate) _rack!.Lines.Use(_rack.Lines.NumberOf(line), true);
    }

    public void Dispose()
    {
        _io?.Dispose();
        _mirror?.Dispose();
        foreach (SerialSlaves line in _lines) line.Dispose();
        foreach (WirePort wire in _wires) wire.Dispose();
        foreach (SlavePort server in _servers) server.Dispose();
        _world.Dispose();
    }

    // The script runs on the plant's own thread, which holds the gate already.
    private void Apply(SimCommand command) => _commands.Execute(command);

    private void Serve(SimulationSetup setup)
    {
        List<SimLink> served = [];
        // Any free port is one for each device; a port that is given may be shared.
        foreach (IGrouping<SimBus?, SimLink> line in setup.Links.Where(l => l.Bus is not null).GroupBy(l => l.Bus)) ServeLine([.. line], setup.WireTiming);
        served.AddRange(setup.Links.Where(l => l.Bus is not null));
        foreach (IGrouping<string, SimLink> port in setup.Links.Where(l => l.Bus is null).GroupBy(l => l.Port == 0 ? l.Name : $"{l.Host}:{l.Port}"))
        {
            SimLink[] links = [.. port];
            served.AddRange(setup.Direct ? ServeDirect(links) : ServeWire(links));
        }
        Links = [.. setup.Links.Select(l => served.First(s => s.Name == l.Name))];
    }

    private void ServeLine(SimLink[] links, bool timed)
    {
        SerialLine line = new(links[0].Bus!, links.ToDictionary(l => l.Unit, _table.FaultOf), timed);
        _lines.Add(new SerialSlaves(links.Select(_table.Slave), line));
        foreach (SimLink link in links) _table.Connect(link, line);
    }

    private IEnumerable<SimLink> ServeWire(SimLink[] links)
    {
        SlavePort server = new(links.Select(_table.Slave), new IPEndPoint(IPAddress.Loopback, 0));
        _servers.Add(server);
        WirePort wire = new(Address(links[0]), server.Port, links.ToDictionary(l => l.Unit, _table.FaultOf));
        _wires.Add(wire);
        foreach (SimLink link in links) _table.Connect(link, wire);
        return links.Select(l => l with { Port = wire.Port });
    }

    private IEnumerable<SimLink> ServeDirect(SimLink[] links)
    {
        SlavePort server = new(links.Select(_table.Slave), Address(links[0]));
        _servers.Add(server);
        return links.Select(l => l with { Port = server.Port });
    }

    private static IPEndPoint Address(SimLink link)
    {
        if (IPAddress.TryParse(link.Host, out IPAddress? address)) return new IPEndPoint(address, link.Port);
        return new IPEndPoint(Dns.GetHostAddresses(link.Host)[0], link.Port);
    }
}
