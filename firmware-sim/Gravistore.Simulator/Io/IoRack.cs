using Gravistore.FirmwareSim.Firmware;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.Simulator.Io;

/// <summary>
/// Lines and boards at the other end of the controller's wires: every wire by its name, every chip on its bus. Each step carries what the sensors of
/// the true plant give over the wires to the terminals, and what the controller drives to the relays of the chain. Used under the world's gate.
/// </summary>
internal sealed class IoRack
{
    private readonly World _world;
    private readonly PlantIoDevice _relays;
    private readonly Dictionary<string, Action<WireTroubleKind, int>> _wires = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RackBoard> _boards = new(StringComparer.Ordinal);
    private readonly List<Action<long>> _steps = [];
    private readonly int _watchdog = -1, _noTripRequest = -1;
    private readonly ContactWire _watchdogWire = new(), _noTripWire = new();
    private int _relayWord = -1;
    private ulong _seed;

    public IoRack(World world, SimWiring wiring, PlantIoDevice relays, ulong seed)
    {
        _world = world;
        _relays = relays;
        _seed = seed;
        ChipLabel = wiring.ChipLabel;
        foreach (SimBoard board in wiring.Boards) _boards.Add(board.Name, new RackBoard(board, Chip(board, wiring), ++_seed));
        foreach (SimContact contact in wiring.Contacts) Add(contact);
        foreach (SimLoop loop in wiring.Loops) Add(loop);
        foreach (SimThermometer thermometer in wiring.Thermometers) Add(thermometer);
        if (wiring.Watchdog.Length == 0) return;
        _watchdog = Lines.NumberOf(wiring.Watchdog);
        _noTripRequest = Lines.NumberOf(wiring.NoTripRequest);
        _wires.Add("plant.watchdog", _watchdogWire.Spoil);
        _wires.Add("plant.no-trip-request", _noTripWire.Spoil);
    }

    public string ChipLabel { get; }

    public RackLines Lines { get; } = new();

    /// <summary>Every wire's name, and every board's.</summary>
    public IReadOnlyCollection<string> WireNames => _wires.Keys;

    public IReadOnlyCollection<string> BoardNames => _boards.Keys;

    public RackBoard? BoardAt(bool spi, int bus, int address) =>
        _boards.Values.FirstOrDefault(b => b.IsSpi == spi && b.Board.Bus == bus && b.Board.Address == address);

    public void SpoilWire(string name, WireTroubleKind kind, int ms) => _wires[name](kind, ms);

    public void SpoilBoard(string name, BoardFault fault, int ms) => _boards[name].Spoil(fault, ms);

    /// <summary>One step of 1 ms, before the plant's own.</summary>
    public void Step(long nowMs)
    {
        foreach (Action<long> step in _steps) step(nowMs);
        if (_watchdog >= 0) StepRelays(nowMs);
    }

    // The chain's relays are the plant module's: there the watchdog must toggle, and silence asks for the trip.
    private void StepRelays(long nowMs)
    {
        _watchdogWire.Step(Lines.IsDriven(_watchdog), nowMs);
        _noTripWire.Step(Lines.IsDriven(_noTripRequest), nowMs);
        int word = (_watchdogWire.Level ? 1 << _relays.WatchdogBit : 0) | (_noTripWire.Level ? 1 << _relays.NoTripRequestBit : 0);
        if (word == _relayWord) return;
        _relayWord = word;
        _world.Plant.PlantIo.Write(_relays.WriteAddress, [(ushort)word]);
    }

    private static IBusChip Chip(SimBoard board, SimWiring wiring) => board.Kind switch
    {
        "mcp23017" => new ExpanderChip(),
        "ads1115" => new ConverterChip(),
        "max31865" => new ThermometerChip(wiring.Thermometers.FirstOrDefault(t => t.Board == board.Name)?.ReferenceOhm ?? 430),
        _ => throw new ArgumentException($"board {board.Name}: there is no {board.Kind}; known: mcp23017, ads1115, max31865"),
    };

    private void Add(SimContact contact)
    {
        Func<SimPlant, bool> truth = SensedSignals.Contact(contact.Signal, contact.Hoist);
        string name = $"{Owner(contact.Hoist)}.{contact.Signal}";
        Add(name, contact.Board, contact.Terminal, p => truth(p) == contact.ActiveHigh);
        if (contact.Opposite.Length > 0) Add(name + ".opposite", contact.Board, contact.Opposite, p => truth(p) != contact.ActiveHigh);
    }

    private void Add(string name, string board, string terminal, Func<SimPlant, bool> level)
    {
        ContactWire wire = new();
        _wires.Add(name, wire.Spoil);
        Action<bool> terminate = board.Length == 0 ? Line(terminal) : Pin(Board<ExpanderChip>(board), terminal);
        _steps.Add(nowMs =>
        {
            wire.Step(level(_world.Plant), nowMs);
            terminate(wire.Level);
        });
    }

    private Action<bool> Line(string name)
    {
        int line = Lines.NumberOf(name);
        return level => Lines.Sense(line, level);
    }

    private static Action<bool> Pin((RackBoard Board, ExpanderChip Chip) at, string pin)
    {
        int mask = 1 << ((pin[0] == 'B' ? 8 : 0) + (pin[1] - '0'));
        return level =>
        {
            if (!at.Board.IsFrozen) at.Chip.Pins = level ? at.Chip.Pins | mask : at.Chip.Pins & ~mask;
        };
    }

    private void Add(SimLoop loop)
    {
        Func<SimPlant, double> truth = SensedSignals.Milliampere(loop);
        (RackBoard board, ConverterChip chip) = Board<ConverterChip>(loop.Board);
        SignalWire wire = SignalWire.Loop(++_seed);
        _wires.Add($"{Owner(loop.Hoist)}.{loop.Signal}", wire.Spoil);
        _steps.Add(nowMs =>
        {
            wire.Step(truth(_world.Plant), nowMs);
            if (!board.IsFrozen) chip.SetVolts(loop.Channel, 1e-3 * wire.Value * loop.BurdenOhm);
        });
    }

    private void Add(SimThermometer thermometer)
    {
        (RackBoard board, ThermometerChip chip) = Board<ThermometerChip>(thermometer.Board);
        SignalWire wire = SignalWire.Thermometer(++_seed);
        _wires.Add($"{Owner(thermometer.Hoist)}.disc-temperature", wire.Spoil);
        _steps.Add(nowMs =>
        {
            wire.Step(SensedSignals.Pt100Ohm(_world.Plant.BrakeSignals(thermometer.Hoist)), nowMs);
            if (!board.IsFrozen) chip.Ohm = wire.Value;
        });
    }

    private (RackBoard Board, T Chip) Board<T>(string name)
        where T : class, IBusChip =>
        _boards.TryGetValue(name, out RackBoard? board) && board.Chip is T chip ? (board, chip) : throw new ArgumentException($"there is no board '{name}' of the right kind");

    private static string Owner(int hoist) => hoist < 0 ? "plant" : FormattableString.Invariant($"h{hoist + 1}");
}
