using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Protection;

namespace Gravistore.Recording.Incidents;

/// <summary>Tells what happens in cycles that it is given one after the other.</summary>
internal sealed class TimelineBuilder(int hoistCount)
{
    private readonly HoistOutput[] _before = new HoistOutput[hoistCount];
    private readonly List<TimelineEntry> _entries = [];
    private readonly List<TimelineEntry> _trips = [];
    private PlantOutput _plantBefore;
    private long _cycle = -1, _timeNs;

    public IReadOnlyList<TimelineEntry> Entries => _entries;
    public IReadOnlyList<TimelineEntry> Trips => _trips;

    public void Take(long cycle, CycleInput input, CycleResult result)
    {
        bool first = _cycle < 0;
        (_cycle, _timeNs) = (cycle, input.NowNs);
        if (first) Begin(result);
        for (int i = 0; i < input.CommandCount; i++) Add(-1, TimelineKind.Command, WordsOf(input.Commands[i]));
        for (int i = 0; i < result.EventCount; i++) Tell(result.Events[i]);
        Plant(result);
        for (int i = 0; i < hoistCount; i++) Hoist(i, result.Hoists[i]);
        _plantBefore = result.Plant;
        result.Hoists.CopyTo(_before, 0);
    }

    // What went before is not recorded: the first cycle changes nothing.
    private void Begin(CycleResult result)
    {
        Add(-1, TimelineKind.Mode, $"the record begins; mode {Words.Of(result.Plant.Mode)}");
        _plantBefore = result.Plant;
        result.Hoists.CopyTo(_before, 0);
    }

    private void Plant(CycleResult result)
    {
        ref readonly PlantOutput now = ref result.Plant;
        if (now.FirstOut != _plantBefore.FirstOut) FirstOut(now.FirstOut, result);
        if (now.Verdict != _plantBefore.Verdict) React(-1, _plantBefore.Verdict, now.Verdict, now.VerdictCause);
        if (now.Mode != _plantBefore.Mode) Add(-1, TimelineKind.Mode, $"mode {Words.Of(_plantBefore.Mode)} becomes {Words.Of(now.Mode)}");
    }

    private void Hoist(int i, in HoistOutput now)
    {
        ref readonly HoistOutput before = ref _before[i];
        if (now.Verdict != before.Verdict) React(i, before.Verdict, now.Verdict, now.VerdictCause);
        if (now.Mode != before.Mode) Add(i, TimelineKind.Mode, $"mode {Words.Of(before.Mode)} becomes {Words.Of(now.Mode)}");
    }

    private void FirstOut(int number, CycleResult result)
    {
        if (number == 0)
        {
            Add(-1, TimelineKind.FirstOut, "first-out is cleared");
            return;
        }
        EventInfo info = EventDictionary.Get(number);
        Event? cause = CauseOf(number, result);
        TimelineEntry entry = new(_cycle, _timeNs, cause?.Hoist ?? -1, TimelineKind.FirstOut, $"first-out {number} {info.Name}")
        {
            Severity = info.Severity,
            Number = number,
            Value = cause?.Value ?? 0,
            Limit = cause?.Limit ?? 0,
            Unit = info.Unit,
        };
        _entries.Add(entry);
        if (number != ProtectionNumber.Start) _trips.Add(entry);
    }

    private static Event? CauseOf(int number, CycleResult result)
    {
        for (int i = 0; i < result.EventCount; i++)
            if (result.Events[i].Number == number) return result.Events[i];
        return null;
    }

    private void React(int hoist, Reaction before, Reaction now, int cause)
    {
        string because = now == Reaction.None ? "" : $", cause {cause} {EventDictionary.Get(cause).Name}";
        _entries.Add(new TimelineEntry(_cycle, _timeNs, hoist, TimelineKind.Reaction, $"reaction {Words.Of(before)} becomes {Words.Of(now)}{because}")
        {
            Severity = now >= Reaction.ControlledStop ? Severity.Trip : now == Reaction.None ? Severity.Info : Severity.Warning,
            Number = now == Reaction.None ? 0 : cause,
        });
    }

    // Modes tell of themselves.
    private void Tell(in Event one)
    {
        if (one.Number is EventNumber.PlantMode or EventNumber.HoistMode) return;
        EventInfo info = EventDictionary.Get(one.Number);
        _entries.Add(new TimelineEntry(_cycle, _timeNs, one.Hoist, TimelineKind.Event, $"{one.Number} {info.Name}: {info.Text}")
        {
            Severity = info.Severity,
            Number = one.Number,
            Value = one.Value,
            Limit = one.Limit,
            Unit = info.Unit,
        });
    }

    private void Add(int hoist, TimelineKind kind, string text) => _entries.Add(new TimelineEntry(_cycle, _timeNs, hoist, kind, text));

    private static string WordsOf(in Command command) => command.Kind != CommandKind.SetPower ? $"command {Words.Of(command.Kind)}"
        : FormattableString.Invariant($"command set power {command.PowerW / 1e3:0.###} kW{(command.RateWPerS > 0 ? FormattableString.Invariant($" at {command.RateWPerS / 1e3:0.###} kW/s") : "")}{(command.ReadyHoists > 0 ? FormattableString.Invariant($", {command.ReadyHoists} hoists ready") : "")}");
}
