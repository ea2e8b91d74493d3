using Gravistore.Core.Images;
using Gravistore.DryRun.Loop;
using Gravistore.DryRun.Scenarios;

namespace Gravistore.DryRun.Rig;

/// <summary>A scenario for a plant that runs elsewhere: told what the plant looks like, it says what to do, and remembers when it did.</summary>
public sealed class RigScript : IStepListener
{
    private readonly ScenarioPlayer _player;
    private readonly CycleInput _input = new(1);
    private readonly List<RigMark> _marks = [];
    private readonly DryRunRequest _request;
    private readonly double _excerptS;
    private double _nowS;
    private bool _excerptOver;

    /// <param name="request">The scenario with its plant.</param>
    /// <param name="excerptS">The script is over at this time [s]; infinite for the whole scenario.</param>
    public RigScript(DryRunRequest request, double excerptS)
    {
        ArgumentNullException.ThrowIfNull(request);
        (_request, _excerptS) = (request, excerptS);
        _player = new ScenarioPlayer(request.Scenario, request.Trace, this);
        StoredEnergy stored = new(request.Plant.Shaft, request.Plant.Hoist);
        StartDepthsM = stored.StartDepths(request.Scenario.Initial, request.Plant.HoistCount);
    }

    /// <summary>Depths at which the weights hang at the start [m].</summary>
    public IReadOnlyList<double> StartDepthsM { get; }
    /// <summary>The scenario is over, and why; what kept it from its end, or null.</summary>
    public bool IsOver => _player.IsOver || _excerptOver;
    public string Reason => _player.IsOver ? _player.Reason : "excerpt";
    public string? Failure => _player.IsOver ? _player.Failure : null;
    /// <summary>Only the beginning of the scenario is played.</summary>
    public bool IsExcerpt => _excerptOver && !_player.IsOver;
    /// <summary>The plant has become ready for the first time.</summary>
    public bool IsReady => _player.IsReady;
    /// <summary>Somebody turns the chain's key, and holds the emergency stop down.</summary>
    public bool ResetKey => _player.ResetKey;
    public bool EmergencyStop => _player.EmergencyStop;
    /// <summary>Frequency that the grid has [Hz].</summary>
    public double FrequencyHz => _player.FrequencyHz ?? _request.Truth.NominalFrequencyHz;
    /// <summary>Label of the step in force.</summary>
    public string StepLabel => _player.StepLabel;
    /// <summary>Power that a followed series asks for [kW]; null while none is followed.</summary>
    public double? FollowedKW => _player.FollowedKW;

    /// <summary>What was done when.</summary>
    internal IReadOnlyList<RigMark> Marks => _marks;

    /// <summary>Looks at the plant and says what is asked of it now.</summary>
    /// <param name="nowS">Time since the controller's first cycle [s].</param>
    /// <param name="view">The plant.</param>
    public ReadOnlySpan<Command> Play(double nowS, in PlantView view)
    {
        _nowS = nowS;
        double? before = _player.FollowedKW;
        _player.Play(nowS, view, _input);
        if (_player.FollowedKW != before) _marks.Add(new RigMark(nowS, RigMarkKind.Followed, "", 0, 1000 * _player.FollowedKW));
        _excerptOver |= nowS >= _excerptS;
        return _input.Commands.AsSpan(0, _input.CommandCount);
    }

    /// <summary>The plant has tripped.</summary>
    /// <returns>True when the scenario asked for it.</returns>
    public bool Tripped(double nowS) => _player.Tripped(nowS);

    void IStepListener.StepBegins(string label, double timeS) => _marks.Add(new RigMark(timeS, RigMarkKind.Step, label, 0, null));

    void IStepListener.PowerSteps(double fromW, double toW) => _marks.Add(new RigMark(_nowS, RigMarkKind.PowerStep, "", fromW, toW));

    void IStepListener.PowerReleased() => _marks.Add(new RigMark(_nowS, RigMarkKind.Released, "", 0, null));
}
