using Gravistore.Charts;
using Gravistore.Console.Recordings.Incidents;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Recording.Channels;
using Gravistore.Recording.Incidents;
using Gravistore.Recording.Reading;

namespace Gravistore.Console.Recordings.Stepping;

/// <summary>Shows one cycle: where it is, what was given, what the protections proposed, what was decided and sent, and what changed in it.</summary>
internal sealed class StepScreen(TextWriter output, CycleCursor cursor, IReadOnlyList<ChannelView> channels)
{
    private const int Column = 10, MostChanges = 40;

    /// <summary>One line: cycle, time, mode, verdict.</summary>
    public void Line()
    {
        ref readonly PlantOutput plant = ref cursor.Result.Plant;
        output.WriteLine($"cycle {cursor.Cycle}  {IncidentView.Seconds(cursor.Input.NowNs)} s  {TimeOfDay(cursor)}{Words.Of(plant.Mode)}, reaction {Verdict(plant.Verdict, plant.VerdictCause)}{(plant.FirstOut != 0 ? $", first-out {plant.FirstOut} {EventDictionary.Get(plant.FirstOut).Name}" : "")}");
        for (int i = 0; i < cursor.Input.CommandCount; i++) Row("command", Words.Of(cursor.Input.Commands[i].Kind));
        for (int i = 0; i < cursor.Result.ProposalCount; i++) Row("proposed", ProposalOf(cursor.Result.Proposals[i]));
        if (cursor.Result.ProposalsLost > 0) Row("", FormattableString.Invariant($"and {cursor.Result.ProposalsLost} more proposals that had no room"));
        for (int i = 0; i < cursor.Result.EventCount; i++) Row("event", EventOf(cursor.Result.Events[i]));
    }

    private static string TimeOfDay(CycleCursor cursor) => IncidentView.TimeOfDay(cursor.Header, cursor.Input.NowNs) is { Length: > 0 } clock ? $"{clock} UTC  " : "";

    /// <summary>The plant, and every hoist in a line each.</summary>
    public void Overview()
    {
        Line();
        ref readonly PlantInput input = ref cursor.Input.Plant;
        ref readonly PlantOutput plant = ref cursor.Result.Plant;
        Row("plant in", FormattableString.Invariant($"{input.GridPowerW / 1e3:0.0} kW at {input.GridFrequencyHz:0.000} Hz, {Words.Of(input.MeterQuality)}, {input.MeterAgeNs / 1e6:0} ms old; signals {Flags(input.Signals)}"));
        Row("plant out", FormattableString.Invariant($"set point {plant.PowerSetPointW / 1e3:0.0} kW, expected {plant.ExpectedPowerW / 1e3:0.0} kW, charge {100 * plant.StateOfCharge:0.00} %, trip request {plant.TripRequest}"));
        for (int i = 0; i < cursor.Result.Hoists.Length; i++) Hoist(i);
    }

    /// <summary>All values of one hoist: inputs, then what was proposed, decided and sent.</summary>
    public void HoistInFull(int hoist)
    {
        foreach (ChannelView channel in channels.Where(c => c.Hoist == hoist)) Value(channel);
    }

    /// <summary>Values whose name holds a text.</summary>
    /// <returns>How many.</returns>
    public int Values(string part)
    {
        ChannelView[] found = [.. channels.Where(c => c.Name.Contains(part, StringComparison.OrdinalIgnoreCase))];
        foreach (ChannelView channel in found) Value(channel);
        return found.Length;
    }

    /// <summary>What differs from the cycle before; counters and ages, which always do, are left out.</summary>
    public void Changes()
    {
        string[] now = [.. channels.Select(c => c.Text)];
        long cycle = cursor.Cycle;
        if (!cursor.Previous())
        {
            Row("changed", "nothing is recorded before this cycle");
            return;
        }
        string[] before = [.. channels.Select(c => c.Text)];
        cursor.MoveTo(cycle);
        (ChannelView Channel, int Index)[] changed = [.. channels.Select((c, i) => (c, i)).Where(p => now[p.i] != before[p.i] && !IsCounter(p.c))];
        foreach ((ChannelView channel, int i) in changed.OrderBy(p => p.Channel.Group is ChannelGroup.PlantInput or ChannelGroup.HoistInput ? 1 : 0).Take(MostChanges))
            Row("changed", $"{channel.Name}: {before[i]} becomes {now[i]}{(channel.Unit.Length > 0 ? " " + channel.Unit : "")}");
        if (changed.Length > MostChanges) Row("", $"and {changed.Length - MostChanges} more");
    }

    private void Hoist(int i)
    {
        ref readonly HoistInput input = ref cursor.Input.Hoists[i];
        ref readonly HoistOutput sent = ref cursor.Result.Hoists[i];
        Row(IncidentView.Hoist(i), FormattableString.Invariant($"in {input.SpeedMps,7:0.000} m/s {input.RopeLengthM,7:0.00} m {input.RopeForceN / 1e3,6:0.0} kN {Words.Of(input.BrakeState),-8} | {Words.Of(sent.Mode)}, {Verdict(sent.Verdict, sent.VerdictCause)} | out {sent.SpeedReferenceMps:0.000} m/s {sent.ForceFeedForwardN / 1e3:0.0} kN, drive {Words.Of(sent.DriveCommand)}, brake {Words.Of(sent.BrakeCommand)}"));
    }

    private void Value(ChannelView channel) => Row("", $"{channel.Name} = {channel.Text}{(channel.Unit.Length > 0 ? " " + channel.Unit : "")}");

    private static bool IsCounter(ChannelView channel) =>
        channel.Name.EndsWith("Counter", StringComparison.Ordinal) || channel.Name.EndsWith("eartbeat", StringComparison.Ordinal) || channel.Name.EndsWith("AgeNs", StringComparison.Ordinal)
        || channel.Name is "nowNs" or "stateHash" or "plant.output.counter" or "plant.output.watchdog";

    private static string Verdict(Core.Protection.Reaction reaction, int cause) => reaction == Core.Protection.Reaction.None ? "none" : $"{Words.Of(reaction)} ({cause} {EventDictionary.Get(cause).Name})";

    private static string Flags(PlantSignals signals) => string.Join(" + ", signals.ToString().Split(", ").Select(Words.Of));

    private static string EventOf(in Event one) => $"{one.Number} {EventDictionary.Get(one.Number).Name}, {IncidentView.Hoist(one.Hoist)}{Crossed(one.Number, one.Value, one.Limit)}";

    private static string ProposalOf(in ProtectionProposal one) =>
        $"{Words.Of(one.Reaction)} of {IncidentView.Hoist(one.Hoist)} by {one.Number} {EventDictionary.Get(one.Number).Name}{Crossed(one.Number, one.Value, one.Limit)}";

    private static string Crossed(int number, double value, double limit)
    {
        string unit = EventDictionary.Get(number).Unit;
        return unit.Length == 0 ? "" : $", {Figures.Short(value)} {unit}, limit {Figures.Short(limit)} {unit}";
    }

    private void Row(string name, string text) => output.WriteLine($"  {name.PadRight(Column)} {text}");
}
