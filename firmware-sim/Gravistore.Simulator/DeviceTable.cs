using Gravistore.FirmwareSim.Firmware;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Simulator.Serial;
using Gravistore.Simulator.Serving;
using Gravistore.Simulator.Wire;
using NModbus;

namespace Gravistore.Simulator;

/// <summary>Every served device by its name: its registers, its wire and what is wrong with it.</summary>
internal sealed class DeviceTable
{
    private sealed class Entry(SimLink link, FieldRegisters registers)
    {
        public SimLink Link => link;
        public FieldRegisters Registers => registers;
        public WireFault Fault { get; } = new();
        public WirePort? Wire { get; set; }
        public SerialLine? Line { get; set; }
    }

    private const int DriveTelegram = 3, BrakeTelegram = 3, PlantIoTelegram = 1;

    private readonly World _world;
    private readonly DeviceFiles _devices;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public DeviceTable(World world, SimulationSetup setup)
    {
        _world = world;
        _devices = setup.Devices;
        HasWires = !setup.Direct;
        foreach (SimLink link in setup.Links) Add(link, setup.Seed);
    }

    /// <summary>False where masters talk to the servers without a wire that could fail.</summary>
    public bool HasWires { get; }

    public IReadOnlyCollection<string> Names => _entries.Keys;

    public SimLink Link(string name) => _entries[name].Link;

    public WireFault Fault(string name) => _entries[name].Fault;

    public WireFault FaultOf(SimLink link) => Fault(link.Name);

    public WirePort? Wire(string name) => _entries[name].Wire;

    public FieldRegisters Registers(string name) => _entries[name].Registers;

    /// <summary>The line that the device is on; null for one that is served over TCP.</summary>
    public SerialLine? Line(string name) => _entries[name].Line;

    public void Connect(SimLink link, SerialLine line) => _entries[link.Name].Line = line;

    public void Connect(SimLink link, WirePort wire) => _entries[link.Name].Wire = wire;

    /// <summary>The device as a slave of its server.</summary>
    public IModbusSlave Slave(SimLink link) => new DeviceSlave(_world, link.Unit, _entries[link.Name].Registers, Functions(link.Kind));

    private void Add(SimLink link, ulong seed)
    {
        SimPlant plant = _world.Plant;
        (Func<IRegisterDevice> device, int address, int count) = link.Kind switch
        {
            SimDeviceKind.Drive => ((Func<IRegisterDevice>)(() => plant.Drive(link.Hoist)), _devices.Drive.WriteAddress, DriveTelegram),
            SimDeviceKind.BrakeUnit => (() => plant.BrakeUnit(link.Hoist), _devices.BrakeUnit.WriteAddress, BrakeTelegram),
            SimDeviceKind.HoistIo => (() => plant.HoistIo(link.Hoist), 0, 0),
            SimDeviceKind.Meter => (() => plant.Meter, 0, 0),
            _ => (() => plant.PlantIo, _devices.PlantIo.WriteAddress, PlantIoTelegram),
        };
        FieldRegisters registers = new(_world, link.Name, device, address, count, seed + 1 + (ulong)_entries.Count);
        _world.Add(registers);
        _entries.Add(link.Name, new Entry(link, registers));
    }

    private static ModbusFunctionSet Functions(SimDeviceKind kind) => kind switch
    {
        SimDeviceKind.Drive => ModbusFunctionSet.Drive,
        SimDeviceKind.Meter => ModbusFunctionSet.Meter,
        _ => ModbusFunctionSet.All,
    };
}
