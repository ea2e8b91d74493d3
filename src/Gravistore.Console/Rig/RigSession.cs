using System.Diagnostics;
using System.Globalization;
using Gravistore.Console.Operator;
using Gravistore.Console.Processes;
using Gravistore.Core.Modes;
using Gravistore.DryRun.Results;
using Gravistore.DryRun.Rig;
using Gravistore.Protocol.Messages;

namespace Gravistore.Console.Rig;

/// <summary>One run through the wire: starts both processes, plays, does the fault if there is one, ends both, and judges by the truth.</summary>
internal sealed class RigSession(RigRequest request, Action<string> tell)
{
    private const int StartS = 180, ControllerEndMs = 40_000, SimulatorEndMs = 20_000, PollMs = 20, WatchMs = 6000, SwingMs = 15_000, RestartMs = 1500, PortAttempts = 3, LateMs = 450;
    private const double NsPerS = 1e9;

    private readonly int _hoists = request.Scenario.Plant.HoistCount;
    private RigFolder _folder = null!;
    private ChildProcess _simulator = null!, _controller = null!;
    private SimControl _control = null!;
    private string _links = request.Places.Links;
    private long _faultNs, _doneNs, _watchedNs, _restartNs;
    private SnapshotNotice? _restarted;
    private WireSimulator _lateness = new(0, 0);

    /// <summary>Runs it.</summary>
    /// <exception cref="OperationException">A process did not start, or ended by itself.</exception>
    public RigOutcome Run(CancellationToken interrupted)
    {
        using RigFolder folder = _folder = new RigFolder(request.Keep);
        if (Directory.Exists(folder.State)) Directory.Delete(folder.State, recursive: true);
        RigScript script = new(request.Scenario, request.Seconds);
        using ChildProcess simulator = StartSimulator(script);
        using SimControl control = _control = new SimControl(folder.Control);
        _controller = StartController();
        try
        {
            RigPlay play = new(script, request.Scenario, control, tell);
            using (ControllerLink link = Connected(interrupted)) Play(play, link, interrupted);
            End();
            return Judge(script, play, interrupted);
        }
        finally
        {
            _controller.Dispose();
            folder.Log("gravistored", _controller.Lines);
            folder.Log("gravistore-sim", simulator.Lines);
        }
    }

    // Between the choice of free ports and their use another program may take one.
    private ChildProcess StartSimulator(RigScript script)
    {
        for (int attempt = 1; ; attempt++)
        {
            if (request.OwnPorts) _links = OwnPorts.Write(request.Places.Links, _folder.Path);
            try
            {
                return TryStartSimulator(script);
            }
            catch (OperationException)
            {
                bool taken = _simulator.HasExited && _simulator.ExitCode == ExitCode.InternalFault;
                _simulator.Dispose();
                if (!request.OwnPorts || !taken || attempt == PortAttempts) throw;
            }
        }
    }

    private ChildProcess TryStartSimulator(RigScript script)
    {
        string depths = string.Join(',', script.StartDepthsM.Select(d => d.ToString("R", CultureInfo.InvariantCulture)));
        ChildProcess simulator = _simulator = ChildProcess.Start(ProgramFile.Simulator,
            [request.Places.Truth, "--links", _links, "--depths", depths, "--seed", request.Scenario.Seed.ToString(CultureInfo.InvariantCulture), "--truth", _folder.Truth, "--control", _folder.Control, "--ready-file", _folder.Ready, "--wire-timing", .. WiringArguments], listen: true);
        simulator.Await(() => File.Exists(_folder.Ready), "gravistore-sim", StartS, CancellationToken.None);
        return simulator;
    }

    private string[] WiringArguments => request.Wiring is { } wiring ? ["--wiring", wiring, "--io-socket", _folder.Io] : [];

    private ChildProcess StartController() => ChildProcess.Start(ProgramFile.Controller,
        [request.Places.Plant, "--links", _links, "--socket", _folder.Socket, "--state", _folder.State, .. request.Record ? ["--record", _folder.Record] : Array.Empty<string>(), .. WiringArguments, .. request.LoopArguments], listen: true);

    private ControllerLink Connected(CancellationToken interrupted)
    {
        ControllerLink? link = null;
        _controller.Await(() =>
        {
            try
            {
                return File.Exists(_folder.Socket) && (link = ControllerLink.Open(_folder.Socket)) is not null;
            }
            catch (OperationException)
            {
                // Not yet: it takes its socket's path before it listens.
                return false;
            }
        }, "gravistored", StartS, interrupted);
        return link!;
    }

    private void Play(RigPlay play, ControllerLink link, CancellationToken interrupted)
    {
        if (request.Fault is not { } fault)
        {
            play.Run(link, _ => false, interrupted);
            return;
        }
        using PreparedSignal freeze = new(_controller, "STOP");
        play.Run(link, p => p.RunningS is { } runningS && p.NowS >= runningS + fault.AtS, interrupted);
        if (play.RunningS is null) throw new OperationException(OperationErrors.ProcessEnded, $"the scenario was over before the plant ran: {string.Join("; ", play.Trips.Select(t => t.Text).Prepend(play.Failure ?? "it ended").Distinct())}");
        tell(FormattableString.Invariant($"{play.NowS,8:0.00} s  fault: {fault.Name}"));
        _faultNs = Stopwatch.GetTimestamp();
        Do(fault.Kind, freeze);
        _doneNs = Stopwatch.GetTimestamp();
        if (fault.Kind == RigFaultKind.Late) Resume();
        Thread.Sleep(WatchMs);
        _watchedNs = Stopwatch.GetTimestamp();
        Undo(fault.Kind);
    }

    private void Do(RigFaultKind kind, PreparedSignal freeze)
    {
        switch (kind)
        {
            case RigFaultKind.Kill: _controller.Kill(); break;
            case RigFaultKind.Freeze or RigFaultKind.Late: freeze.Send(); break;
            case RigFaultKind.Cut: _control.Do("link * cut"); break;
            default: _control.Do(FormattableString.Invariant($"drive 1 restart {RestartMs}")); break;
        }
    }

    // Later than the relay holds.
    private void Resume()
    {
        Thread.Sleep(LateMs);
        _controller.Signal("CONT");
    }

    private void Undo(RigFaultKind kind)
    {
        switch (kind)
        {
            case RigFaultKind.Freeze: _controller.Signal("CONT"); break;
            case RigFaultKind.Cut: _control.Do("link * heal"); break;
            case RigFaultKind.Kill: Restart(); break;
        }
    }

    private void Restart()
    {
        _folder.Log("gravistored-killed", _controller.Lines);
        _controller.Dispose();
        _controller = StartController();
        using ControllerLink link = Connected(CancellationToken.None);
        for (long endMs = Environment.TickCount64 + 1000L * StartS; (_restarted = link.Snapshot()).Mode is "off" or "selfTest" && Environment.TickCount64 < endMs;) Thread.Sleep(PollMs);
        _restartNs = _restarted.TimeNs;
        Thread.Sleep(SwingMs);
    }

    private void End()
    {
        _controller.Signal("TERM");
        if (!_controller.Wait(ControllerEndMs)) throw new OperationException(OperationErrors.ProcessEnded, $"gravistored did not end within {ControllerEndMs / 1000} s of SIGTERM");
        if (_controller.ExitCode != ExitCode.Good && request.Fault is null) throw new OperationException(OperationErrors.ProcessEnded, $"gravistored ended with exit code {_controller.ExitCode}: {string.Join(" | ", _controller.Lines.TakeLast(4))}");
        _lateness = _control.Lateness();
        _simulator.Signal("TERM");
        if (!_simulator.Wait(SimulatorEndMs)) throw new OperationException(OperationErrors.ProcessEnded, $"gravistore-sim did not end within {SimulatorEndMs / 1000} s of SIGTERM");
    }

    private RigOutcome Judge(RigScript script, RigPlay play, CancellationToken interrupted)
    {
        using StreamReader reader = new(_folder.Truth);
        TruthTable truth = TruthTable.Read(reader, _hoists);
        long startNs = _folder.StartNs();
        CyclePart times = play.Last.CycleTimes;
        RigRun run = new()
        {
            Request = request.Scenario,
            Script = script,
            Truth = truth,
            TruthOffsetS = (play.FirstNs - startNs) / NsPerS,
            FirstSetPointS = play.FirstSetPointS,
            Events = play.Events(),
            Trips = play.Trips,
            StateHash = ulong.Parse(play.Last.StateHash, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            Mode = Enum.Parse<PlantMode>(play.Last.Mode, ignoreCase: true),
            Cycles = play.Last.Cycle,
            LengthS = play.NowS,
            Wire = new WireFigures(times.Slips, times.P50Us, times.P99Us, times.P999Us, times.MaxUs, [.. play.Last.Links.Select(l => new WireLink(l.Name, l.RoundTripsPerSecond, l.P50Us, l.P99Us, l.Timeouts, l.Reconnects))], _lateness) { Replay = request.Record ? RigReplay.Of(_folder.Record, interrupted) : null },
        };
        return new RigOutcome(run, RigMeasurement.Of(run), Fault(truth, startNs, play.First));
    }

    private FaultOutcome? Fault(TruthTable truth, long startNs, SnapshotNotice first)
    {
        if (request.Fault is not { } fault) return null;
        double faultS = (_faultNs - startNs) / NsPerS, watchedS = (_watchedNs - startNs) / NsPerS;
        HoistStop[] stops = [.. fault.Hoists(_hoists).Select(i => HoistStop.Of(truth, request.Scenario.Plant, i, faultS, watchedS))];
        return new FaultOutcome(fault, (_doneNs - _faultNs) / NsPerS, stops, _restarted is null ? null : Rig.Restart.Of(first, (first.TimeNs - startNs) / NsPerS, _restarted, (_restartNs - startNs) / NsPerS, truth),
            fault.StopsTheLoop ? RelayDrop.Of(truth, faultS, watchedS) : null);
    }
}
