using Gravistore.Console.Operator;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.DryRun;
using Gravistore.DryRun.Results;
using Gravistore.DryRun.Rig;
using Gravistore.DryRun.Scenarios;
using Gravistore.Protocol;
using Gravistore.Protocol.Messages;

namespace Gravistore.Console.Rig;

/// <summary>Plays a scenario through the socket: looks at snapshots, sends commands, turns the simulated key, collects events.</summary>
internal sealed class RigPlay(RigScript script, DryRunRequest request, SimControl sim, Action<string> tell)
{
    private const int SnapshotMs = 10, SilenceMs = 20_000;
    private const double NsPerS = 1e9;

    private readonly List<EventNotice> _events = [];
    private bool _key, _mushroom;
    private double _frequencyHz = script.FrequencyHz;
    private string _label = "";
    private int _tripsSeen;

    /// <summary>Monotonic time of the controller's first cycle that was seen [ns].</summary>
    public long FirstNs { get; private set; }
    /// <summary>The first snapshot with values of every drive, and the newest.</summary>
    public SnapshotNotice First { get; private set; } = null!;
    public SnapshotNotice Last { get; private set; } = null!;
    /// <summary>Time of the newest snapshot since the first cycle [s].</summary>
    public double NowS => (Last.TimeNs - FirstNs) / NsPerS;
    /// <summary>When the plant began to run [s]; null before.</summary>
    public double? RunningS { get; private set; }

    /// <summary>Time of the first cycle with a set point; infinite before [s].</summary>
    public double FirstSetPointS { get; private set; } = double.PositiveInfinity;

    /// <summary>Plays until the script is over, or until a condition holds.</summary>
    /// <param name="link">The controller.</param>
    /// <param name="until">Ends the play early.</param>
    /// <param name="interrupted">The user's interruption.</param>
    public void Run(ControllerLink link, Func<RigPlay, bool> until, CancellationToken interrupted)
    {
        link.Subscribe(SnapshotMs, 1);
        while (!script.IsOver)
        {
            interrupted.ThrowIfCancellationRequested();
            Notice notice = link.Next(SilenceMs) ?? throw new OperationException(OperationErrors.Contract, $"the controller sent nothing for {SilenceMs / 1000} s");
            if (notice is EventNotice e) _events.Add(e);
            else if (notice is SnapshotNotice snapshot) Look(snapshot, link);
            if (Last is not null && until(this)) return;
        }
    }

    /// <summary>Events as results have them.</summary>
    public IReadOnlyList<EventRecord> Events() => [.. _events.Select(e => new EventRecord(TimeS(e), e.Hoist, e.Number, e.Name, e.Severity, e.Value, e.Limit, e.Unit, e.Text))];

    /// <summary>What kept the scenario from its end; null when nothing did.</summary>
    public string? Failure => script.Failure;

    /// <summary>Trips since the plant was ready.</summary>
    public List<TripRecord> Trips { get; } = [];

    private double TimeS(EventNotice e) => (e.TimeNs - FirstNs) / NsPerS;

    private void Look(SnapshotNotice snapshot, ControllerLink link)
    {
        if (FirstNs == 0) FirstNs = snapshot.TimeNs;
        Last = snapshot;
        if (snapshot.Mode is not ("off" or "selfTest")) First ??= snapshot;
        if (snapshot.Mode == "running") RunningS ??= NowS;
        if (snapshot.SetPointW != 0 && double.IsInfinity(FirstSetPointS)) FirstSetPointS = NowS;
        NoteTrips();
        foreach (Command command in script.Play(NowS, RigView.Of(snapshot, request.Plant))) link.Do(Request(command), Keep);
        if (script.StepLabel != _label) tell(FormattableString.Invariant($"{NowS,8:0.00} s  {_label = script.StepLabel}"));
        Set(script.ResetKey, ref _key, "key");
        Set(script.EmergencyStop, ref _mushroom, "estop");
        if (script.FrequencyHz != _frequencyHz) sim.Do(FormattableString.Invariant($"frequency {_frequencyHz = script.FrequencyHz:0.####}"));
    }

    // Answers arrive among other notices: none of those may be lost.
    private void Keep(Notice notice)
    {
        if (notice is EventNotice e) _events.Add(e);
    }

    private void NoteTrips()
    {
        for (; _tripsSeen < _events.Count; _tripsSeen++)
        {
            EventNotice e = _events[_tripsSeen];
            if (e.Severity != "trip" || !script.IsReady) continue;
            Trips.Add(new TripRecord(TimeS(e), e.Hoist, e.Number, e.Name, e.Text, script.Tripped(NowS)));
        }
    }

    private void Set(bool wanted, ref bool is_, string command)
    {
        if (wanted == is_) return;
        is_ = wanted;
        sim.Do($"{command} {(wanted ? "press" : "release")}");
    }

    private static CommandRequest Request(in Command command) => command.Kind switch
    {
        CommandKind.Arm => new(0, CommandVerb.Arm),
        CommandKind.Park => new(0, CommandVerb.Park),
        CommandKind.ParkAtLanding => new(0, CommandVerb.ParkAtLanding),
        CommandKind.Stop => new(0, CommandVerb.Stop),
        CommandKind.SetPower => new(0, CommandVerb.Power, command.PowerW, command.RateWPerS, command.ReadyHoists, ProtocolLimits.MaxHoldS),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.Kind, "no scenario asks for this"),
    };
}
