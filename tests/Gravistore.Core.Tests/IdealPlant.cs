using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;
using Gravistore.Core.Power;

namespace Gravistore.Core.Tests;

/// <summary>
/// A plant of rigid ropes for tables of cycles: drives with a soft speed loop and additive torque follow their references two cycles late,
/// brakes lift after their opening time, the meter reads what the loss model says. Every input can be bent by a test before a cycle.
/// </summary>
internal sealed class IdealPlant
{
    private readonly Rope _rope;
    private readonly LossModel _losses;
    private readonly HoistOutput[] _delayed;
    private readonly HoistOutput[] _inForce;
    private readonly double[] _speedMps;
    private readonly double[] _integratorN;
    private readonly int[] _brakeCycles;
    private readonly int[] _runCycles;
    private readonly double[] _lengthM;

    public IdealPlant(PlantParameters plant, double depthM)
    {
        Plant = plant;
        _rope = new Rope(plant.Hoist);
        _losses = new LossModel(plant);
        Controller = new Controller(plant);
        Input = new CycleInput(plant.HoistCount);
        Result = new CycleResult(plant.HoistCount);
        _delayed = new HoistOutput[plant.HoistCount];
        _inForce = new HoistOutput[plant.HoistCount];
        _speedMps = new double[plant.HoistCount];
        _integratorN = new double[plant.HoistCount];
        _brakeCycles = new int[plant.HoistCount];
        _runCycles = new int[plant.HoistCount];
        _lengthM = new double[plant.HoistCount];
        Array.Fill(_lengthM, _rope.LengthAtDepthM(depthM));
        Input.Plant.Signals = PlantSignals.ChainClosed;
    }

    public PlantParameters Plant { get; }
    public Controller Controller { get; }
    public CycleInput Input { get; }
    public CycleResult Result { get; }
    public List<Event> Events { get; } = [];
    public string[] Trips => [.. Events.Where(e => Dictionary.EventDictionary.Get(e.Number).Severity == Dictionary.Severity.Trip)
        .Select(e => $"{Dictionary.EventDictionary.Get(e.Number).Name}@{e.Hoist} {e.Value} > {e.Limit} at {e.TimeNs * 1e-9:F2} s")];
    /// <summary>Changes the inputs of a cycle after the model has filled them.</summary>
    public Action<CycleInput>? Bend { get; set; }
    public double GridPowerW { get; private set; }
    public bool ResetKey { get; set; }

    public void Step(params Command[] commands)
    {
        Fill();
        Input.CommandCount = commands.Length;
        commands.CopyTo(Input.Commands, 0);
        Bend?.Invoke(Input);
        Controller.Step(Input, Result);
        for (int i = 0; i < Result.EventCount; i++) Events.Add(Result.Events[i]);
    }

    public void Run(double seconds)
    {
        for (int i = 0; i < (int)Math.Round(seconds * 100); i++) Step();
    }

    /// <summary>Runs until <paramref name="mode"/> or fails after <paramref name="seconds"/>.</summary>
    public void RunUntil(PlantMode mode, double seconds)
    {
        for (int i = 0; i < seconds * 100; i++)
        {
            if (Result.Plant.Mode == mode) return;
            Step();
        }
        Assert.Fail($"The plant is {Result.Plant.Mode} after {seconds} s, not {mode}; last events: {string.Join(", ", Events.TakeLast(8).Select(e => $"{e.Number}@{e.Hoist}"))}");
    }

    public void StartUp()
    {
        RunUntil(PlantMode.Tripped, 6);
        ResetKey = true;
        RunUntil(PlantMode.Parked, 2);
        ResetKey = false;
        Step();
    }

    public void Arm()
    {
        Step(new Command { Kind = CommandKind.Arm });
        RunUntil(PlantMode.Armed, 10);
    }

    public void SetPower(double powerW, double rateWPerS = 0) => Step(new Command { Kind = CommandKind.SetPower, PowerW = powerW, RateWPerS = rateWPerS });

    /// <summary>Moves the model on by one cycle and fills the inputs.</summary>
    public void Fill()
    {
        Input.NowNs += Controller.CycleNs;
        double busW = 0;
        for (int i = 0; i < Input.Hoists.Length; i++) busW += Fill(i);
        GridPowerW = _losses.GridPowerW(busW);
        Input.Plant.GridPowerW = GridPowerW;
        Input.Plant.GridFrequencyHz = 50;
        Input.Plant.IoLifeCounter++;
        Input.Plant.MeterQuality = Input.Plant.IoQuality = Quality.Good;
        Input.Plant.Signals = ResetKey ? Input.Plant.Signals | PlantSignals.ResetKey : Input.Plant.Signals & ~PlantSignals.ResetKey;
    }

    private double Fill(int i)
    {
        ref HoistOutput o = ref Result.Hoists[i];
        ref HoistInput h = ref Input.Hoists[i];
        bool run = o.DriveCommand is DriveCommand.Run or DriveCommand.EmergencyRamp;
        _runCycles[i] = run ? _runCycles[i] + 1 : 0;
        bool proven = _runCycles[i] > 20;
        bool open = proven && o.BrakeCommand == BrakeCommand.Release;
        int full = (int)(Plant.Hoist.BrakeOpeningTimeS * 100);
        _brakeCycles[i] = Math.Clamp(_brakeCycles[i] + (open ? 1 : -4), 0, full);
        bool lifted = _brakeCycles[i] == full;
        (double forceN, double meanMps, double acceleration) = lifted ? Move(i) : Rest(i);
        _inForce[i] = _delayed[i];
        _delayed[i] = o;
        double speed = _speedMps[i];
        _lengthM[i] += meanMps * 0.01;
        h.SpeedMps = speed;
        h.RopeLengthM = _lengthM[i];
        h.RopeForceN = _rope.StaticForceN(_lengthM[i]) - _rope.MovingMassKg(_lengthM[i]) * acceleration;
        h.MotorForceN = proven ? forceN : 0;
        h.DriveQuality = h.IoQuality = h.BrakeQuality = h.RopeForceQuality = Quality.Good;
        h.DriveLifeCounter++; h.IoLifeCounter++; h.BrakeHeartbeat++;
        h.DiscTemperatureC = 20;
        h.BrakeState = BrakeUnitState.Ready;
        h.Drive = DriveFlags.Remote | (o.DriveCommand == DriveCommand.Off ? DriveFlags.ReadyToSwitchOn : DriveFlags.ReadyToOperate)
            | (run ? DriveFlags.OperationEnabled | DriveFlags.Modulating : 0) | (proven ? DriveFlags.BrakeOpenCommand : 0);
        h.Signals = (lifted ? HoistSignals.BrakeALifted | HoistSignals.BrakeBLifted : 0)
            | (_brakeCycles[i] == 0 ? HoistSignals.BrakeASet | HoistSignals.BrakeBSet : 0);
        return run ? _losses.FrontEndPowerW(lifted ? forceN : h.RopeForceN, meanMps) : 0;
    }

    private (double ForceN, double MeanMps, double AccelerationMps2) Rest(int i)
    {
        _speedMps[i] = _integratorN[i] = 0;
        return (_rope.StaticForceN(_lengthM[i]), 0, 0);
    }

    // Ten steps of a drive in speed mode with additive torque, on a drum that carries its weight rigidly.
    private (double ForceN, double MeanMps, double AccelerationMps2) Move(int i)
    {
        ref HoistOutput o = ref _inForce[i];
        bool run = o.DriveCommand == DriveCommand.Run;
        double loop = 3 * Plant.Hoist.DrumSideMassKg, length = _lengthM[i], mass = Plant.Hoist.DrumSideMassKg + _rope.MovingMassKg(length);
        double force = 0, mean = 0, before = _speedMps[i];
        for (int k = 0; k < 10; k++)
        {
            double v = _speedMps[i], error = v - (run ? o.SpeedReferenceMps : 0);
            _integratorN[i] += loop * error * 0.001;
            double f = (run ? o.ForceFeedForwardN : _rope.StaticForceN(length)) + loop * error + _integratorN[i];
            _speedMps[i] += (_losses.MotorForceN(_rope.StaticForceN(length), 0, v, 0) - f) / mass * 0.001;
            force += 0.1 * f;
            mean += 0.05 * (v + _speedMps[i]);
        }
        return (force, mean, (_speedMps[i] - before) / 0.01);
    }
}
