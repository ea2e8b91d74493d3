using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Protection;
using Gravistore.DryRun.Results;
using Gravistore.DryRun.Scenarios;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Recording;

namespace Gravistore.DryRun.Loop;

/// <summary>Controller and simulated plant in virtual time: one Step every 10 ms, ten steps of the plant between. Nothing is allocated per cycle.</summary>
internal sealed class LockStepLoop
{
    /// <summary>Length of a cycle, in steps of the plant [ms].</summary>
    public const int CycleMs = 10;
    private const double CycleS = 1e-3 * CycleMs;
    private const double CyclesPerS = 1000 / CycleMs;
    private const long NsPerMs = 1_000_000;
    /// <summary>Progress is told, and cancellation seen, every so many cycles.</summary>
    private const int CyclesPerReport = 100;

    private readonly DryRunRequest _request;
    private readonly SimPlant _sim;
    private readonly TruthRow? _truth;
    private readonly CycleInput _input;
    private readonly CycleResult _result;
    private readonly Links _links;
    private readonly RunMeters _meters;
    private readonly ScenarioPlayer _player;
    private readonly StoredEnergy _stored;
    private readonly WallClock _clock = new();
    private readonly double[] _depthsM;
    private readonly double _startPercent;
    private long _cycle;
    private double _powerW;
    private ulong _hash;
    private LinkChange? _linkChange;
    private FlightRecorder? _recorder;
    private Controller _controller;
    private ControllerChange? _controllerChange;

    public LockStepLoop(DryRunRequest request)
    {
        _request = request;
        int hoists = request.Plant.HoistCount;
        _stored = new StoredEnergy(request.Plant.Shaft, request.Plant.Hoist);
        _depthsM = _stored.StartDepths(request.Scenario.Initial, hoists);
        _startPercent = 100 * _stored.MeanShare(_depthsM);
        _sim = new SimPlant(request.Truth, request.Devices, request.Seed, _depthsM);
        _controller = new Controller(request.Plant);
        _controllerChange = request.ControllerChange;
        _truth = request.RecordTruth || request.Watch is not null ? new TruthRow(hoists) : null;
        _input = new CycleInput(hoists);
        _result = new CycleResult(hoists);
        _links = new Links(_sim, request.Plant, LinkTiming.Of(request.Truth.Link), request.Seed);
        _meters = new RunMeters(request.Plant, request.Scenario, request.Probe);
        _linkChange = request.LinkChange;
        _player = new ScenarioPlayer(request.Scenario, request.Trace, _meters);
    }

    /// <summary>Runs the scenario to its end.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public DryRunResult Run(IRunObserver observer, CancellationToken cancellation)
    {
        _request.Csv?.WriteHeader();
        using FlightRecorder? recorder = RunRecording.Begin(_request, _controller.State);
        _recorder = recorder;
        SnapshotTaker snapshots = new(observer, _depthsM.Length, _meters.Events);
        while (!_player.IsOver)
        {
            Cycle();
            if (snapshots.IsDue(_cycle)) snapshots.Take(_cycle / CyclesPerS, _clock.ElapsedS, _powerW, _player.StepLabel, _sim, _result);
            if (_cycle % CyclesPerReport != 0) continue;
            cancellation.ThrowIfCancellationRequested();
            Report(observer);
        }
        recorder?.Complete();
        return Result() with { IncidentFiles = recorder?.Incidents?.Files ?? [] };
    }

    private void Cycle()
    {
        long nowMs = _cycle * CycleMs;
        _clock.BeginCycle(_cycle);
        _links.Sample(nowMs);
        _links.Read(nowMs, _input);
        _input.NowNs = nowMs * NsPerMs;
        Play(_cycle / CyclesPerS);
        _truth?.Take(_sim, _powerW);
        ChangeController();
        _clock.BeginPart();
        _controller.Step(_input, _result);
        _clock.EndStep();
        _recorder?.Cycle(_input, _result, _controller.State, _request.RecordTruth ? _truth!.Values : default);
        _request.Watch?.Cycle(_input, _result, _truth!.Values);
        _links.Write(nowMs, _input, _result);
        Plant(nowMs);
        _cycle++;
        Measure();
        _clock.EndCycle();
    }

    private void Play(double nowS)
    {
        _player.Play(nowS, View(), _input);
        ChangeLink();
        _sim.EmergencyStop = _player.EmergencyStop;
        _sim.ResetKey = _player.ResetKey;
        _sim.GridFrequencyHz = _player.FrequencyHz ?? _request.Truth.NominalFrequencyHz;
    }

    private void ChangeController()
    {
        if (_controllerChange is not { } change || _input.NowNs < change.AtNs) return;
        Controller other = new(change.Plant);
        _controller.State.CopyTo(other.State);
        _controller = other;
        _controllerChange = null;
    }

    private void ChangeLink()
    {
        if (_linkChange is not { } change || change.StepLabel != _player.StepLabel) return;
        _links.Retime(LinkTiming.Of(change.Link));
        _linkChange = null;
    }

    private void Plant(long nowMs)
    {
        double energyJ = 0;
        for (int ms = 0; ms < CycleMs; ms++)
        {
            if (ms > 0) _links.Sample(nowMs + ms);
            _links.Deliver(nowMs + ms);
            _clock.BeginPart();
            _sim.Step();
            _clock.EndPlant();
            energyJ += _sim.GridPowerW * 1e-3;
        }
        _powerW = energyJ / CycleS;
    }

    private void Measure()
    {
        double timeS = _cycle / CyclesPerS;
        CycleMeasurement measured = new(timeS, CycleS, _powerW, 1000 * _player.FollowedKW);
        _meters.Add(measured, _sim, _input, _result);
        NoteTrips(timeS);
        _hash = _sim.HashState(Mix(_hash, _result.StateHash));
        _request.Csv?.Cycle(measured, _sim, _result);
        _request.Record?.Cycle(measured, _sim, _result, _player.StepLabel);
    }

    // Before the plant was ready once it is tripped by its own start.
    private void NoteTrips(double timeS)
    {
        for (int i = 0; _player.IsReady && i < _result.EventCount; i++)
            if (TripWatch.IsTrip(_result.Events[i])) _meters.Trips.Add(timeS, _result.Events[i], _player.Tripped(timeS));
    }

    private PlantView View()
    {
        bool upper = true, lower = true;
        bool waits = _result.Plant.Verdict >= Reaction.ControlledStop;
        for (int i = 0; i < _depthsM.Length; i++)
        {
            double depthM = _sim.Truth(i).WeightDepthM;
            upper &= IsAt(depthM, _request.Plant.Shaft.UpperLandingDepthM);
            lower &= IsAt(depthM, _request.Plant.Shaft.LowerLandingDepthM);
            waits |= _result.Hoists[i].Mode == HoistMode.Tripped;
        }
        return new PlantView { Mode = _result.Plant.Mode, Waits = waits, StateOfChargePercent = 100 * _result.Plant.StateOfCharge, AllAtUpper = upper, AllAtLower = lower, PowerKW = 1e-3 * _powerW };
    }

    private bool IsAt(double depthM, double landingM) => Math.Abs(depthM - landingM) <= _request.Plant.Motion.LandingToleranceM;

    private void Report(IRunObserver observer) => observer.Progress(new RunProgress
    {
        SimulatedS = _cycle / CyclesPerS,
        ExpectedS = _request.Scenario.End.ExpectedSeconds,
        WallS = _clock.ElapsedS,
        Mode = _result.Plant.Mode,
        StateOfChargePercent = 100 * _result.Plant.StateOfCharge,
        PowerKW = 1e-3 * _powerW,
        Step = _player.StepLabel,
    });

    private DryRunResult Result()
    {
        _meters.CheckLinks(_cycle / CyclesPerS, _links.Figures());
        for (int i = 0; i < _depthsM.Length; i++) _depthsM[i] = _sim.Truth(i).WeightDepthM;
        double endPercent = 100 * _stored.MeanShare(_depthsM);
        DryRunResult result = new()
        {
            Plant = _request.Plant.Name,
            Scenario = _request.Scenario.Name,
            Seed = _request.Seed,
            Version = ProgramVersion.Text,
            Times = new RunTimes(_cycle / CyclesPerS, _clock.ElapsedS, _cycle, _clock.StepShare, _clock.PlantShare),
            StateHash = _hash,
            Energy = _meters.Energy(_startPercent, endPercent, _sim.Audit.Residual),
            Tracking = _meters.Tracking(),
            StateOfChargeStartPercent = _startPercent,
            StateOfChargeEndPercent = endPercent,
            HoistStarts = _meters.Motion.Starts,
            Reversals = _meters.Motion.Reversals,
            Trips = _meters.Trips.Trips,
            Events = _meters.Events.Records,
            EventsLost = _meters.Events.Lost,
            Violations = _meters.Violations(),
            Follow = _meters.Follow(),
            Links = _links.Figures(),
            End = End(),
            Assertions = [],
            Packages = Packages.Of(typeof(Controller).Assembly),
        };
        return result with { Assertions = _meters.Outcomes(_request.Scenario, result) };
    }

    private EndState End()
    {
        int landed = 0, braked = 0;
        for (int i = 0; i < _depthsM.Length; i++)
        {
            ref readonly HoistTruth truth = ref _sim.Truth(i);
            if (IsAt(truth.WeightDepthM, _request.Plant.Shaft.UpperLandingDepthM) || IsAt(truth.WeightDepthM, _request.Plant.Shaft.LowerLandingDepthM)) landed++;
            if (truth.AppliedA > 0.99 && truth.AppliedB > 0.99 && Math.Abs(truth.SpeedMps) < 1e-3) braked++;
        }
        return new EndState(_player.Reason, _player.Failure, _result.Plant.Mode.ToString().ToLowerInvariant(), landed, braked, [.. _depthsM]);
    }

    private static ulong Mix(ulong hash, ulong word)
    {
        ulong z = (hash ^ word) + 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        return z ^ (z >> 27);
    }
}
