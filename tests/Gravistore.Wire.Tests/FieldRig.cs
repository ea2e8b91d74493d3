using Gravistore.Config;
using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;
using Gravistore.Devices;
using Gravistore.Drivers;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Json;
using Gravistore.Simulator;
using Gravistore.Simulator.Io;
using SimDevices = Gravistore.FirmwareSim.Firmware.DeviceFiles;

namespace Gravistore.Wire.Tests;

/// <summary>A controller's loop of 10 ms against a simulated field on this machine's own sockets.</summary>
internal sealed class FieldRig : IDisposable
{
    private const int CycleMs = 10, NsPerMs = 1_000_000, MaxEvents = 200, HeldUpMs = 25;

    private readonly Controller _controller;
    private readonly DriveCodec _codec;
    private readonly string _ioSocket = Path.Combine(Path.GetTempPath(), $"gsio-{Guid.NewGuid():N}.sock");
    private readonly HoldUpWatch? _watch;
    private readonly ushort[] _telegram = new ushort[DriveCodec.WriteCount];
    private long _nextNs;
    private long _greatestLatenessMs;

    public FieldRig(string plant, string meter = "", double chargePercent = 50, Action<FieldLinks>? look = null, string wiring = "")
        : this(LoadPlant(plant, meter), Setup(plant, meter, chargePercent), s => LinksOf(s, plant), look, wiring)
    {
    }

    public FieldRig(PlantParameters plant, SimulationSetup setup, Func<Simulation, FieldLinks> links, Action<FieldLinks>? look = null, string wiring = "")
    {
        Plant = plant;
        Simulation = Simulation.Start(wiring.Length == 0 ? setup : WithWiring(setup, wiring));
        Links = links(Simulation);
        if (Links.Buses.Count > 0 || wiring.Length > 0) _watch = new HoldUpWatch();
        look?.Invoke(Links);
        Field = FieldBus.Open(Plant, Links, wiring.Length == 0 ? null : LoadWiring(wiring, Plant), _ioSocket);
        _codec = new DriveCodec(Plant.Devices.Drive, Plant.Hoist, Plant.Drive);
        _controller = new Controller(Plant);
        Input = new CycleInput(Plant.HoistCount);
        Result = new CycleResult(Plant.HoistCount);
    }

    public PlantParameters Plant { get; }
    public Simulation Simulation { get; }
    public FieldLinks Links { get; }
    public FieldBus Field { get; }
    public CycleInput Input { get; }
    public CycleResult Result { get; }
    /// <summary>Everything that happened, number and hoist.</summary>
    public List<Event> Events { get; } = [];
    /// <summary>Telegrams to the first drive: sent by the loop, and received by its firmware, both in order.</summary>
    public List<(ushort Word, ushort Speed, ushort Torque)> Sent { get; } = [];
    public TelegramLog Received { get; } = new("h1.drive");
    /// <summary>A thread of the loop or of the plant was held up for longer than a drive's image may be old, or a link's thread for longer than an answer may take.</summary>
    public bool WasHeldUp => HoldUpMs > HeldUpMs;

    /// <summary>Longest time for which a thread was held up, as far as it is known [ms].</summary>
    public long HoldUpMs => Math.Max(Math.Max(_greatestLatenessMs, Simulation.LateWakeUps.GreatestMs), _watch?.GreatestLatenessMs ?? 0);

    public static string Root { get; } = FindRoot();

    public static PlantParameters LoadPlant(string plant, string meter = "")
    {
        Findings findings = [];
        List<Override> overrides = meter.Length > 0 ? [new Override("plant", "devices.meter", meter)] : [];
        PlantParameters? loaded = PlantFile.Load(Path.Combine(Root, "config", "plants", plant + ".json"), overrides, findings);
        findings.ThrowIfErrors();
        return loaded!;
    }

    /// <summary>The simulated field of a plant at any free ports.</summary>
    public static SimulationSetup Setup(string plant, string meter = "", double chargePercent = 50)
    {
        PlantTruth truth = PlantTruthFile.Load(Path.Combine(Root, "config", "plants", plant + ".sim.json"));
        if (meter.Length > 0) truth = truth with { Devices = truth.Devices with { Meter = meter } };
        Findings findings = [];
        SimDevices devices = SimDevices.Load(Path.Combine(Root, "config", "drives"), truth.Devices, findings);
        findings.ThrowIfErrors();
        double depthM = truth.Shaft.UpperLandingDepthM + (1 - chargePercent / 100) * (truth.Shaft.LowerLandingDepthM - truth.Shaft.UpperLandingDepthM);
        return new SimulationSetup { Truth = truth, Devices = devices, Links = Served(truth.HoistCount), DepthsM = [.. Enumerable.Range(0, truth.HoistCount).Select(i => depthM + i)] };
    }

    /// <summary>A wiring file of this repository, checked against its plant.</summary>
    public static FieldWiring LoadWiring(string name, PlantParameters plant)
    {
        Findings findings = [];
        FieldWiring? wiring = WiringFile.Load(WiringPath(name), plant, findings);
        findings.ThrowIfErrors();
        return wiring!;
    }

    private SimulationSetup WithWiring(SimulationSetup setup, string name) => Wired(setup, name, _ioSocket);

    /// <summary>A simulated field with the other end of a wiring file.</summary>
    public static SimulationSetup Wired(SimulationSetup setup, string name, string socket)
    {
        Findings findings = [];
        SimWiring wiring = WiringFileReader.Load(WiringPath(name), setup.Truth.HoistCount, findings);
        findings.ThrowIfErrors();
        return setup with { Wiring = wiring, IoSocket = socket };
    }

    private static string WiringPath(string name) => Path.Combine(Root, "config", "wiring", name + ".json");

    /// <summary>The links that lead to a simulated field.</summary>
    public static FieldLinks LinksOf(Simulation simulation, string plant, double answerTimeoutS = 0.05) => new()
    {
        Name = "test",
        Plant = plant,
        Devices = [.. simulation.Links.Select(l => new FieldDevice(l.Name, Enum.Parse<FieldDeviceKind>(l.Kind.ToString()), l.Hoist, l.Host, l.Port, l.Unit))],
        AnswerTimeoutS = answerTimeoutS,
        ConnectTimeoutS = 1,
        ReconnectFirstS = 0.1,
        ReconnectLastS = 0.5,
    };

    /// <summary>Every weight hangs on its brakes, and nothing is tripped.</summary>
    public bool IsReady => Result.Plant.Mode == PlantMode.Parked && Result.Hoists.All(h => h.Mode == HoistMode.Parked);

    /// <summary>Parks what still runs and turns the key until the plant is ready.</summary>
    public bool Reset()
    {
        if (Result.Plant.Mode is PlantMode.Armed or PlantMode.Running)
        {
            Command(CommandKind.Park);
            RunUntil(() => Result.Plant.Mode is PlantMode.Parked or PlantMode.Tripped, 10);
        }
        for (int attempt = 0; attempt < 15 && !IsReady; attempt++)
        {
            Simulation.Execute("key press");
            Run(0.5);
            Simulation.Execute("key release");
            Run(0.5);
        }
        return IsReady;
    }

    /// <summary>Opens the hoists; they hold on their motors.</summary>
    public void Arm()
    {
        Command(CommandKind.Arm);
        Assert.True(RunUntil(() => Result.Plant.Mode == PlantMode.Armed, 20), $"{Result.Plant.Mode}: {Story}");
    }

    /// <summary>Opens the field and turns the key until the plant is ready.</summary>
    public void StartUp()
    {
        Simulation.TelegramCame += Received.Add;
        Field.Start(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        _nextNs = FieldBus.MonotonicNs();
        Run(0.5);
        Assert.True(Reset(), $"{Result.Plant.Mode}: {Story}");
    }

    /// <summary>Runs cycles until a condition holds.</summary>
    /// <returns>False when it did not in time.</returns>
    public bool RunUntil(Func<bool> condition, double atMostS)
    {
        for (int cycles = (int)(atMostS * 1000 / CycleMs); cycles > 0; cycles--)
        {
            Cycle();
            if (condition()) return true;
        }
        return false;
    }

    public void Run(double seconds) => RunUntil(() => false, seconds);

    /// <summary>Gives a command in the next cycle.</summary>
    public void Command(CommandKind kind, double powerW = 0)
    {
        Input.Commands[0] = new Command { Kind = kind, PowerW = powerW };
        Input.CommandCount = 1;
        Cycle();
    }

    /// <summary>Everything that a protection did, for messages.</summary>
    public string Story => string.Join("; ", Events.Select(e => $"{e.Number} h{e.Hoist + 1} {e.Value:G4}/{e.Limit:G4}"));

    public LinkStatistics Link(string name) => Field.Statistics.Single(s => s.Name.Split('+').Contains(name));

    public void Dispose()
    {
        _watch?.Dispose();
        Field.Dispose();
        Simulation.Dispose();
    }

    private void Cycle()
    {
        WaitForCycle();
        long nowNs = FieldBus.MonotonicNs();
        Field.Take(Input, nowNs);
        Input.NowNs = nowNs;
        _controller.Step(Input, Result);
        _codec.Encode(Result.Hoists[0], _telegram);
        Sent.Add((_telegram[0], _telegram[1], _telegram[2]));
        Field.Send(Result, nowNs);
        Input.CommandCount = 0;
        for (int i = 0; i < Result.EventCount && Events.Count < MaxEvents; i++) Events.Add(Result.Events[i]);
    }

    // Late cycles are not caught up: the next one is due a cycle after this.
    private void WaitForCycle()
    {
        long nowNs = FieldBus.MonotonicNs();
        if (nowNs > _nextNs + CycleMs * NsPerMs)
        {
            _greatestLatenessMs = Math.Max(_greatestLatenessMs, (nowNs - _nextNs) / NsPerMs);
            _nextNs = nowNs;
        }
        while (FieldBus.MonotonicNs() < _nextNs - NsPerMs / 5) Thread.Sleep(1);
        _nextNs += CycleMs * NsPerMs;
    }

    private static IReadOnlyList<SimLink> Served(int hoists)
    {
        List<SimLink> links = [new("plant.io", SimDeviceKind.PlantIo, -1, "127.0.0.1", 0, 1), new("meter", SimDeviceKind.Meter, -1, "127.0.0.1", 0, 1)];
        for (int i = 0; i < hoists; i++)
        {
            links.Add(new($"h{i + 1}.drive", SimDeviceKind.Drive, i, "127.0.0.1", 0, 1));
            links.Add(new($"h{i + 1}.brake", SimDeviceKind.BrakeUnit, i, "127.0.0.1", 0, 20));
            links.Add(new($"h{i + 1}.io", SimDeviceKind.HoistIo, i, "127.0.0.1", 0, 30));
        }
        return links;
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Gravistore.sln"))) return folder.FullName;
        throw new InvalidOperationException("the tests run outside of their project");
    }
}
