using Stateless;

namespace Gravistore.Core.Modes;

/// <summary>What moves the plant from mode to mode.</summary>
public enum PlantTrigger : int { PowerOn = 0, SelfTestDone, Reset, Arm, AllHolding, Run, Park, Stop, AllParked, Trip, Lock, EnterMaintenance, LeaveMaintenance }

/// <summary>
/// The plant's modes, declared once over the controller's state. Starting is always the same way: self-test, then tripped
/// with the first-out "start", then a reset edge. No trigger leads from a stop or a trip into motion.
/// </summary>
public sealed class PlantModes
{
    /// <summary>A cycle fires at most this many triggers; more would be a loop.</summary>
    public const int MaxFiresPerCycle = 4;

    private readonly ControllerState _state;
    private readonly StateMachine<PlantMode, PlantTrigger> _machine;
    private int _fires;

    public PlantModes(ControllerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _state = state;
        _machine = new StateMachine<PlantMode, PlantTrigger>(() => _state.Plant.Mode, Enter);
        Declare(_machine, () => _state.Plant.CausePresent == 0, () => _state.Plant.Latched != Protection.Reaction.None);
        _machine.OnUnhandledTrigger((_, _) => { });
    }

    public PlantMode Mode => _state.Plant.Mode;

    /// <summary>The declared machine, for tables and drawings.</summary>
    public Stateless.Reflection.StateMachineInfo Info => _machine.GetInfo();

    /// <summary>Begins a cycle: the bound on fires counts anew.</summary>
    public void BeginCycle()
    {
        _fires = 0;
        _state.Plant.ModeCycles++;
    }

    /// <summary>Fires an edge. A trigger that the mode does not know, or whose guard is not met, changes nothing. Returns whether the mode changed.</summary>
    public bool Fire(PlantTrigger trigger)
    {
        if (_fires++ >= MaxFiresPerCycle) return false;
        PlantMode before = _state.Plant.Mode;
        _machine.Fire(trigger);
        return _state.Plant.Mode != before;
    }

    private void Enter(PlantMode mode)
    {
        _state.Plant.Mode = mode;
        _state.Plant.ModeCycles = 0;
    }

    /// <summary>The table of the plant's modes.</summary>
    public static void Declare(StateMachine<PlantMode, PlantTrigger> machine, Func<bool> causeGone, Func<bool> latched)
    {
        ArgumentNullException.ThrowIfNull(machine);
        machine.Configure(PlantMode.Off).Permit(PlantTrigger.PowerOn, PlantMode.SelfTest);
        machine.Configure(PlantMode.SelfTest).Permit(PlantTrigger.SelfTestDone, PlantMode.Tripped);
        machine.Configure(PlantMode.Tripped)
            .PermitIf(PlantTrigger.Reset, PlantMode.Parked, causeGone, "cause gone")
            .Permit(PlantTrigger.Lock, PlantMode.Lockout);
        machine.Configure(PlantMode.Lockout).PermitIf(PlantTrigger.Reset, PlantMode.Tripped, causeGone, "cause gone");
        machine.Configure(PlantMode.Parked)
            .Permit(PlantTrigger.Arm, PlantMode.Arming)
            .Permit(PlantTrigger.EnterMaintenance, PlantMode.Maintenance)
            .Permit(PlantTrigger.Trip, PlantMode.Tripped)
            .Permit(PlantTrigger.Lock, PlantMode.Lockout);
        machine.Configure(PlantMode.Maintenance)
            .Permit(PlantTrigger.LeaveMaintenance, PlantMode.Parked)
            .Permit(PlantTrigger.Trip, PlantMode.Tripped)
            .Permit(PlantTrigger.Lock, PlantMode.Lockout);
        Moving(machine.Configure(PlantMode.Arming)).Permit(PlantTrigger.AllHolding, PlantMode.Armed);
        Moving(machine.Configure(PlantMode.Armed)).Permit(PlantTrigger.Run, PlantMode.Running);
        Moving(machine.Configure(PlantMode.Running));
        machine.Configure(PlantMode.Stopping)
            .PermitIf(PlantTrigger.AllParked, PlantMode.Parked, () => !latched(), "nothing latched")
            .PermitIf(PlantTrigger.AllParked, PlantMode.Tripped, latched, "stop latched")
            .Permit(PlantTrigger.Trip, PlantMode.Tripped)
            .Permit(PlantTrigger.Lock, PlantMode.Lockout);
    }

    private static StateMachine<PlantMode, PlantTrigger>.StateConfiguration Moving(StateMachine<PlantMode, PlantTrigger>.StateConfiguration mode) => mode
        .Permit(PlantTrigger.Park, PlantMode.Stopping)
        .Permit(PlantTrigger.Stop, PlantMode.Stopping)
        .Permit(PlantTrigger.Trip, PlantMode.Tripped)
        .Permit(PlantTrigger.Lock, PlantMode.Lockout);
}
