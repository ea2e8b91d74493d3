using Stateless;

namespace Gravistore.Core.Modes;

/// <summary>What moves a hoist from mode to mode.</summary>
public enum HoistTrigger : int { Start = 0, TorqueProven, BrakesLifted, Lower, Raise, Approach, Hold, Close, BrakesSet, Stop, Standstill, Trip, Reset, Inspect, EndInspection }

/// <summary>The modes of one hoist, declared once over the controller's state and fired on edges only.</summary>
public sealed class HoistModes
{
    /// <summary>A cycle fires at most this many triggers for one hoist; more would be a loop.</summary>
    public const int MaxFiresPerCycle = 4;

    // A bit for each mode: asked a hundred times a cycle.
    private const int Open = 1 << (int)HoistMode.HoldingOnMotor | 1 << (int)HoistMode.Lowering | 1 << (int)HoistMode.Raising | 1 << (int)HoistMode.Approaching | 1 << (int)HoistMode.Stopping;
    private const int Energised = Open | 1 << (int)HoistMode.ProvingTorque | 1 << (int)HoistMode.OpeningBrake | 1 << (int)HoistMode.ClosingBrake;

    private readonly ControllerState _state;
    private readonly int _hoist;
    private readonly StateMachine<HoistMode, HoistTrigger> _machine;
    private int _fires;

    public HoistModes(ControllerState state, int hoist)
    {
        ArgumentNullException.ThrowIfNull(state);
        _state = state;
        _hoist = hoist;
        _machine = new StateMachine<HoistMode, HoistTrigger>(() => _state.Hoists[_hoist].Mode, Enter);
        Declare(_machine, () => _state.Hoists[_hoist].CausePresent == 0);
        _machine.OnUnhandledTrigger((_, _) => { });
    }

    public HoistMode Mode => _state.Hoists[_hoist].Mode;

    /// <summary>The declared machine, for tables and drawings.</summary>
    public Stateless.Reflection.StateMachineInfo Info => _machine.GetInfo();

    /// <summary>Begins a cycle: the bound on fires counts anew.</summary>
    public void BeginCycle()
    {
        _fires = 0;
        _state.Hoists[_hoist].ModeCycles++;
    }

    /// <summary>Fires an edge. A trigger that the mode does not know changes nothing. Returns whether the mode changed.</summary>
    public bool Fire(HoistTrigger trigger)
    {
        if (_fires++ >= MaxFiresPerCycle) return false;
        HoistMode before = _state.Hoists[_hoist].Mode;
        _machine.Fire(trigger);
        return _state.Hoists[_hoist].Mode != before;
    }

    private void Enter(HoistMode mode)
    {
        ref HoistState hoist = ref _state.Hoists[_hoist];
        hoist.Mode = mode;
        hoist.ModeCycles = 0;
    }

    /// <summary>The brakes are, or may be, open and the drive follows references.</summary>
    public static bool IsOpen(HoistMode mode) => (Open >> (int)mode & 1) != 0;

    /// <summary>The drive gives torque.</summary>
    public static bool IsEnergised(HoistMode mode) => (Energised >> (int)mode & 1) != 0;

    /// <summary>The table of a hoist's modes.</summary>
    public static void Declare(StateMachine<HoistMode, HoistTrigger> machine, Func<bool> causeGone)
    {
        ArgumentNullException.ThrowIfNull(machine);
        machine.Configure(HoistMode.Parked)
            .Permit(HoistTrigger.Start, HoistMode.ProvingTorque)
            .Permit(HoistTrigger.Inspect, HoistMode.Inspection)
            .Permit(HoistTrigger.Trip, HoistMode.Tripped);
        machine.Configure(HoistMode.Inspection)
            .Permit(HoistTrigger.EndInspection, HoistMode.Parked)
            .Permit(HoistTrigger.Trip, HoistMode.Tripped);
        machine.Configure(HoistMode.ProvingTorque)
            .Permit(HoistTrigger.TorqueProven, HoistMode.OpeningBrake)
            .Permit(HoistTrigger.Close, HoistMode.ClosingBrake)
            .Permit(HoistTrigger.Stop, HoistMode.ClosingBrake)
            .Permit(HoistTrigger.Trip, HoistMode.Tripped);
        machine.Configure(HoistMode.OpeningBrake)
            .Permit(HoistTrigger.BrakesLifted, HoistMode.HoldingOnMotor)
            .Permit(HoistTrigger.Close, HoistMode.ClosingBrake)
            .Permit(HoistTrigger.Stop, HoistMode.ClosingBrake)
            .Permit(HoistTrigger.Trip, HoistMode.Tripped);
        machine.Configure(HoistMode.HoldingOnMotor)
            .Permit(HoistTrigger.Lower, HoistMode.Lowering)
            .Permit(HoistTrigger.Raise, HoistMode.Raising)
            .Permit(HoistTrigger.Close, HoistMode.ClosingBrake)
            .Permit(HoistTrigger.Stop, HoistMode.Stopping)
            .Permit(HoistTrigger.Trip, HoistMode.Tripped);
        machine.Configure(HoistMode.Lowering)
            .Permit(HoistTrigger.Raise, HoistMode.Raising)
            .Permit(HoistTrigger.Approach, HoistMode.Approaching)
            .Permit(HoistTrigger.Hold, HoistMode.HoldingOnMotor)
            .Permit(HoistTrigger.Stop, HoistMode.Stopping)
            .Permit(HoistTrigger.Trip, HoistMode.Tripped);
        machine.Configure(HoistMode.Raising)
            .Permit(HoistTrigger.Lower, HoistMode.Lowering)
            .Permit(HoistTrigger.Approach, HoistMode.Approaching)
            .Permit(HoistTrigger.Hold, HoistMode.HoldingOnMotor)
            .Permit(HoistTrigger.Stop, HoistMode.Stopping)
            .Permit(HoistTrigger.Trip, HoistMode.Tripped);
        machine.Configure(HoistMode.Approaching)
            .Permit(HoistTrigger.Lower, HoistMode.Lowering)
            .Permit(HoistTrigger.Raise, HoistMode.Raising)
            .Permit(HoistTrigger.Hold, HoistMode.HoldingOnMotor)
            .Permit(HoistTrigger.Stop, HoistMode.Stopping)
            .Permit(HoistTrigger.Trip, HoistMode.Tripped);
        machine.Configure(HoistMode.Stopping)
            .Permit(HoistTrigger.Standstill, HoistMode.ClosingBrake)
            .Permit(HoistTrigger.Trip, HoistMode.Tripped);
        machine.Configure(HoistMode.ClosingBrake)
            .Permit(HoistTrigger.BrakesSet, HoistMode.Parked)
            .Permit(HoistTrigger.Trip, HoistMode.Tripped);
        machine.Configure(HoistMode.Tripped)
            .PermitIf(HoistTrigger.Reset, HoistMode.Parked, causeGone, "cause gone");
    }
}
