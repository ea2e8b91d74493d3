using BenchmarkDotNet.Attributes;
using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;

namespace Gravistore.Benchmarks;

/// <summary>
/// One cycle of the controller with every hoist moving: rated power is raised and lowered in turn, the inputs follow the
/// references one cycle late. Filling the inputs (a few nanoseconds a hoist) is part of the figure.
/// </summary>
public class ControllerStepBenchmarks
{
    private Controller _controller = null!;
    private CycleInput _input = null!;
    private CycleResult _result = null!;
    private double _ratedW;

    [Params(8, 16, 32, 64)]
    public int Hoists { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _controller = new Controller(ReferencePlant.Believed(Hoists));
        _input = new CycleInput(Hoists);
        _result = new CycleResult(Hoists);
        _ratedW = _controller.Plant.RatedPowerW;
        for (int i = 0; i < Hoists; i++) _input.Hoists[i].RopeLengthM = 260;
        Run(50, PlantSignals.ChainClosed);
        Run(50, PlantSignals.ChainClosed | PlantSignals.ResetKey);
        _input.Commands[0] = new Command { Kind = CommandKind.Arm };
        Run(1, PlantSignals.ChainClosed, 1);
        Run(500, PlantSignals.ChainClosed);
        _input.Commands[0] = new Command { Kind = CommandKind.SetPower, PowerW = _ratedW };
        Run(1, PlantSignals.ChainClosed, 1);
        Run(500, PlantSignals.ChainClosed);
        for (int i = 0; i < Hoists; i++)
            if (_result.Hoists[i].Mode != HoistMode.Lowering) throw new InvalidOperationException($"hoist {i} is {_result.Hoists[i].Mode}, cause {_result.Hoists[i].VerdictCause}");
    }

    [Benchmark]
    public ulong Step()
    {
        Fill();
        // Turn round before a landing comes near, so that every hoist moves for as long as the benchmark runs.
        double length = _input.Hoists[0].RopeLengthM;
        _input.CommandCount = length is > 420 or < 100 ? 1 : 0;
        _input.Commands[0] = new Command { Kind = CommandKind.SetPower, PowerW = length > 420 ? -_ratedW : _ratedW };
        _controller.Step(_input, _result);
        return _result.StateHash;
    }

    private void Run(int cycles, PlantSignals signals, int commands = 0)
    {
        for (int i = 0; i < cycles; i++)
        {
            Fill();
            _input.Plant.Signals = signals;
            _input.CommandCount = commands;
            _controller.Step(_input, _result);
        }
    }

    private void Fill()
    {
        _input.NowNs += Controller.CycleNs;
        _input.Plant.MeterQuality = _input.Plant.IoQuality = Quality.Good;
        _input.Plant.IoLifeCounter++;
        _input.Plant.GridPowerW = _result.Plant.ExpectedPowerW;
        for (int i = 0; i < Hoists; i++)
        {
            ref HoistInput h = ref _input.Hoists[i];
            ref HoistOutput o = ref _result.Hoists[i];
            bool run = o.DriveCommand == DriveCommand.Run, open = o.BrakeCommand == BrakeCommand.Release;
            h.SpeedMps = o.SpeedReferenceMps;
            h.RopeLengthM += h.SpeedMps * 0.01;
            h.RopeForceN = o.ExpectedRopeForceN;
            h.DriveQuality = h.IoQuality = h.BrakeQuality = h.RopeForceQuality = Quality.Good;
            h.DriveLifeCounter++;
            h.IoLifeCounter++;
            h.BrakeHeartbeat++;
            h.BrakeState = BrakeUnitState.Ready;
            h.Drive = DriveFlags.Remote | (run ? DriveFlags.ReadyToOperate | DriveFlags.OperationEnabled | DriveFlags.Modulating | DriveFlags.BrakeOpenCommand
                : o.DriveCommand == DriveCommand.Ready ? DriveFlags.ReadyToOperate : DriveFlags.ReadyToSwitchOn);
            h.Signals = open ? HoistSignals.BrakeALifted | HoistSignals.BrakeBLifted : HoistSignals.BrakeASet | HoistSignals.BrakeBSet;
        }
    }
}
