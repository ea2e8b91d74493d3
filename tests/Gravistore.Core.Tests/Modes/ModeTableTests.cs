using Gravistore.Core.Modes;
using Gravistore.Core.Protection;
using Stateless;
using Stateless.Graph;

namespace Gravistore.Core.Tests.Modes;

/// <summary>Every mode x trigger x guard vector against golden tables; drawings alike. Regenerate with GRAVISTORE_UPDATE_GOLDEN=1.</summary>
public sealed class ModeTableTests
{
    [Fact]
    public void Plant_modes_match_their_table() => Golden.Check("plant-modes.txt", Table<PlantMode, PlantTrigger>(
        (machine, g) => PlantModes.Declare(machine, () => g[0], () => g[1]), ["cause gone", "latched"]));

    [Fact]
    public void Hoist_modes_match_their_table() => Golden.Check("hoist-modes.txt", Table<HoistMode, HoistTrigger>(
        (machine, g) => HoistModes.Declare(machine, () => g[0]), ["cause gone"]));

    [Fact]
    public void Drawings_match() => Golden.Check("modes.mmd",
        MermaidGraph.Format(new PlantModes(new ControllerState(1)).Info) + "\n" + MermaidGraph.Format(new HoistModes(new ControllerState(1), 0).Info) + "\n");

    [Fact]
    public void No_trigger_leads_from_a_trip_or_a_stop_into_motion()
    {
        foreach (HoistTrigger trigger in Enum.GetValues<HoistTrigger>())
        {
            foreach (HoistMode from in new[] { HoistMode.Tripped, HoistMode.Parked, HoistMode.ClosingBrake, HoistMode.Stopping })
                Assert.DoesNotContain(After<HoistMode, HoistTrigger>(from, trigger, m => HoistModes.Declare(m, () => true)),
                    new[] { HoistMode.Lowering, HoistMode.Raising, HoistMode.HoldingOnMotor, HoistMode.OpeningBrake, HoistMode.Approaching });
        }
    }

    [Fact]
    public void A_trip_is_heard_in_every_mode_that_is_not_tripped_already()
    {
        foreach (HoistMode from in Enum.GetValues<HoistMode>())
            if (from != HoistMode.Tripped) Assert.Equal(HoistMode.Tripped, After<HoistMode, HoistTrigger>(from, HoistTrigger.Trip, m => HoistModes.Declare(m, () => false)));
        foreach (PlantMode from in Enum.GetValues<PlantMode>())
            if (from is not (PlantMode.Tripped or PlantMode.Lockout or PlantMode.Off or PlantMode.SelfTest))
                Assert.Equal(PlantMode.Tripped, After<PlantMode, PlantTrigger>(from, PlantTrigger.Trip, m => PlantModes.Declare(m, () => false, () => true)));
    }

    [Fact]
    public void Fires_per_cycle_are_bounded()
    {
        ControllerState state = new(1);
        HoistModes modes = new(state, 0);
        modes.BeginCycle();
        int changes = 0;
        foreach (HoistTrigger trigger in new[] { HoistTrigger.Start, HoistTrigger.TorqueProven, HoistTrigger.BrakesLifted, HoistTrigger.Lower, HoistTrigger.Raise, HoistTrigger.Lower })
            changes += modes.Fire(trigger) ? 1 : 0;
        Assert.Equal(HoistModes.MaxFiresPerCycle, changes);
    }

    private static TState After<TState, TTrigger>(TState from, TTrigger trigger, Action<StateMachine<TState, TTrigger>> declare)
    {
        TState state = from;
        StateMachine<TState, TTrigger> machine = new(() => state, s => state = s);
        declare(machine);
        machine.OnUnhandledTrigger((_, _) => { });
        machine.Fire(trigger);
        return state;
    }

    private static string Table<TState, TTrigger>(Action<StateMachine<TState, TTrigger>, bool[]> declare, string[] guards)
        where TState : struct, Enum where TTrigger : struct, Enum
    {
        System.Text.StringBuilder text = new();
        text.Append("# mode, trigger, ").Append(string.Join(", ", guards)).Append(" -> mode (rows that change nothing are left out)\n");
        foreach (TState from in Enum.GetValues<TState>())
            foreach (TTrigger trigger in Enum.GetValues<TTrigger>())
                for (int vector = 0; vector < 1 << guards.Length; vector++)
                {
                    bool[] values = [.. Enumerable.Range(0, guards.Length).Select(k => (vector >> k & 1) == 1)];
                    TState to = After<TState, TTrigger>(from, trigger, m => declare(m, values));
                    if (!EqualityComparer<TState>.Default.Equals(from, to))
                        text.Append($"{from}, {trigger}, {string.Join(", ", values.Select(v => v ? "yes" : "no"))} -> {to}\n");
                }
        return text.ToString();
    }
}
