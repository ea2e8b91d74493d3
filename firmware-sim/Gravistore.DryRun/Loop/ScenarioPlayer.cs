using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.DryRun.Scenarios;
using Gravistore.DryRun.Traces;

namespace Gravistore.DryRun.Loop;

/// <summary>Plays a scenario: decides in each cycle which steps begin, which commands the controller gets, and when the run is over.</summary>
internal sealed class ScenarioPlayer
{
    /// <summary>Smallest length of time that matters: half a millisecond [s].</summary>
    private const double TinyS = 5e-4;
    /// <summary>Conditions count from this long after a step, so that the controller has seen its command [s].</summary>
    private const double AnswerS = 0.05;
    /// <summary>How long a run goes on after a trip that nobody asked for, so that the stop is part of it [s].</summary>
    private const double AfterTripS = 10;

    private readonly Scenario _scenario;
    private readonly IStepListener _listener;
    private readonly StartSequence _start = new();
    private readonly ConditionTimer _waiting = new(), _ending = new();
    private readonly Follower? _follower;
    private readonly CommandQueue _commands = new();
    private int _next, _followReadyHoists;
    private double _readyS, _lastStepS, _tripS = double.NaN;
    private bool _traceEnded;
    private double _setPointKW;

    /// <param name="scenario">What to play.</param>
    /// <param name="trace">The series that the scenario names; null when it names none.</param>
    /// <param name="listener">Is told of steps and set points.</param>
    public ScenarioPlayer(Scenario scenario, SampleTrace? trace, IStepListener listener)
    {
        _scenario = scenario;
        _listener = listener;
        _follower = trace is null ? null : new Follower(trace, scenario.Droop);
    }

    public bool IsOver { get; private set; }
    /// <summary>Why the run is over.</summary>
    public string Reason { get; private set; } = "";
    /// <summary>What kept the scenario from coming to its end; null when nothing did.</summary>
    public string? Failure { get; private set; }
    /// <summary>The plant has become ready for the first time.</summary>
    public bool IsReady { get; private set; }
    /// <summary>The scenario holds the emergency stop down.</summary>
    public bool EmergencyStop { get; private set; }
    /// <summary>The scenario presses the chain's reset key.</summary>
    public bool ResetKey => _start.KeyPressed;
    /// <summary>Label of the step that is in force.</summary>
    public string StepLabel { get; private set; } = "start";
    /// <summary>Power that a followed series asks for in this cycle [kW]; null while none is followed.</summary>
    public double? FollowedKW { get; private set; }
    /// <summary>Frequency of the followed series; null while none is followed or it holds powers [Hz].</summary>
    public double? FrequencyHz { get; private set; }

    /// <summary>Plays one cycle: commands go to <paramref name="input"/>.</summary>
    public void Play(double nowS, in PlantView observed, CycleInput input)
    {
        PlantView view = observed with { TraceEnded = _traceEnded };
        _start.Play(nowS, starting: !IsReady);
        if (!IsReady) BecomeReady(nowS, view);
        else if (!IsOver) PlaySteps(nowS, view);
        if (!IsOver) Follow(nowS);
        _commands.MoveTo(input);
        if (!IsOver) End(nowS, view);
    }

    /// <summary>The plant has tripped.</summary>
    /// <param name="nowS">When [s].</param>
    /// <returns>True when the scenario asked for it.</returns>
    public bool Tripped(double nowS)
    {
        if (!EmergencyStop && double.IsNaN(_tripS)) _tripS = nowS;
        StopFollowing();
        return EmergencyStop;
    }

    private void BecomeReady(double nowS, in PlantView view)
    {
        IsReady = view.Mode == PlantMode.Parked && (!view.Waits || nowS >= StartSequence.HoistPatienceS);
        _readyS = _lastStepS = nowS;
        if (!IsReady && nowS > StartSequence.TimeoutS)
            Finish("start", $"the controller did not become ready within {StartSequence.TimeoutS:0} s: its mode is {view.Mode}");
    }

    private void PlaySteps(double nowS, in PlantView view)
    {
        while (!IsOver && _next < _scenario.Steps.Count && _commands.HasRoom && IsDue(_scenario.Steps[_next], nowS, view))
        {
            ScenarioStep step = _scenario.Steps[_next++];
            _lastStepS = nowS;
            _waiting.Restart();
            StepLabel = step.Label;
            _listener.StepBegins(step.Label, nowS);
            Begin(step, nowS);
        }
    }

    private bool IsDue(ScenarioStep step, double nowS, in PlantView view)
    {
        if (step.AtS is { } atS) return nowS >= atS - TinyS;
        if (step.AfterS is { } afterS) return nowS >= _lastStepS + afterS - TinyS;
        if (step.When is not { } condition) return true;
        if (nowS >= _lastStepS + AnswerS && _waiting.Holds(condition, nowS, view)) return true;
        if (nowS > _lastStepS + step.TimeoutS + condition.HoldsForS)
            Finish("timeout", $"'{step.Label}' waited {step.TimeoutS:0.###} s for its condition; the plant is {view.Mode} at {view.StateOfChargePercent:0.0} % and {view.PowerKW:0} kW");
        return false;
    }

    private void Begin(ScenarioStep step, double nowS)
    {
        switch (step.Action)
        {
            case StepAction.SetPower: SetPower(step, step.RateKWPerS); break;
            case StepAction.Ramp: SetPower(step, Math.Abs(step.PowerKW - _setPointKW) / step.OverS); break;
            case StepAction.Follow: Follow(step, nowS); break;
            case StepAction.Arm: Send(CommandKind.Arm); break;
            case StepAction.Park: Send(CommandKind.Park); break;
            case StepAction.ParkAtLanding: Send(CommandKind.ParkAtLanding); break;
            case StepAction.Stop: Send(CommandKind.Stop); break;
            case StepAction.EmergencyStop: EmergencyStop = true; StopFollowing(); break;
            case StepAction.Reset: EmergencyStop = false; _start.Press(nowS); break;
            case StepAction.End: Finish("end step", null); break;
        }
    }

    private void Send(CommandKind kind)
    {
        StopFollowing();
        _setPointKW = 0;
        _commands.Add(kind, 0, 0);
    }

    private void SetPower(ScenarioStep step, double rateKWPerS)
    {
        StopFollowing();
        if (rateKWPerS == 0) _listener.PowerSteps(1000 * _setPointKW, 1000 * step.PowerKW);
        _setPointKW = step.PowerKW;
        _commands.Add(CommandKind.SetPower, 1000 * step.PowerKW, 1000 * rateKWPerS, step.ReadyHoists);
    }

    private void Follow(ScenarioStep step, double nowS)
    {
        _follower!.Start(nowS);
        _followReadyHoists = step.ReadyHoists;
        _listener.PowerReleased();
    }

    private void StopFollowing()
    {
        _follower?.Stop();
        _listener.PowerReleased();
    }

    private void Follow(double nowS)
    {
        FollowedKW = null;
        FrequencyHz = null;
        if (_follower is not { IsActive: true }) return;
        _setPointKW = _follower.PowerKW(nowS);
        FollowedKW = _setPointKW;
        FrequencyHz = _follower.FrequencyHz;
        _traceEnded |= _follower.HasEnded(nowS);
        _commands.Add(CommandKind.SetPower, 1000 * _setPointKW, 0, _followReadyHoists);
    }

    private void End(double nowS, in PlantView view)
    {
        bool stepsDone = _next >= _scenario.Steps.Count;
        bool waitsForTrip = !stepsDone && _scenario.Steps[_next].When?.Mode == PlantMode.Tripped;
        if (nowS > _tripS + AfterTripS && !waitsForTrip) Finish("trip", "the plant tripped");
        else if (IsReady && stepsDone && nowS >= _lastStepS + AnswerS && _scenario.End.When is { } condition && _ending.Holds(condition, nowS, view)) Finish("end condition", null);
        else if (nowS >= _scenario.End.MaxSeconds - TinyS) TimeIsUp(stepsDone);
    }

    private void TimeIsUp(bool stepsDone)
    {
        string? failure = !stepsDone ? $"the run is over before '{_scenario.Steps[_next].Label}'"
            : _scenario.End.When is not null ? "the end condition has not come true" : null;
        Finish("time is up", failure);
    }

    private void Finish(string reason, string? failure)
    {
        IsOver = true;
        Reason = reason;
        Failure = failure;
    }
}
