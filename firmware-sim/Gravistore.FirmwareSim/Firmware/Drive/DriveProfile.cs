namespace Gravistore.FirmwareSim.Firmware;

/// <summary>States of the ABB Drives profile.</summary>
public enum DriveState
{
    MainsOff = 0,
    SwitchOnInhibited,
    ReadyToSwitchOn,
    ReadyToOperate,
    OperationEnabled,
    OperationInhibited,
    Off1Active,
    Off2Active,
    Off3Active,
    Fault,
}

/// <summary>What besides the control word decides on the next state.</summary>
/// <param name="Faulted">A fault is latched.</param>
/// <param name="MainsOk">Mains present (a running drive that loses them faults first).</param>
/// <param name="RunEnabled">Both safe-torque-off channels closed.</param>
/// <param name="Stopped">The brake is closed, or without brake control the motor stands.</param>
/// <param name="Closing">The brake relay has dropped: a stop can no longer be taken back.</param>
public readonly record struct DriveConditions(bool Faulted, bool MainsOk, bool RunEnabled, bool Stopped, bool Closing);

/// <summary>
/// The ABB Drives profile's state machine as a pure function (ABB FSPS-21 user's manual p83). Where several stop commands are active
/// the order is OFF2, OFF3, OFF1, RUN: a ramp stop that also takes RUN away stays a ramp stop, since coasting would drop the load.
/// </summary>
public static class DriveProfile
{
    /// <summary>The motor is under control of the inverter in this state.</summary>
    public static bool IsRunning(DriveState state) => state is DriveState.OperationEnabled or DriveState.Off1Active or DriveState.Off3Active;

    /// <summary>State after one step.</summary>
    /// <param name="state">State before.</param>
    /// <param name="controlWord">Control word in force.</param>
    /// <param name="conditions">The drive's own conditions.</param>
    public static DriveState Next(DriveState state, int controlWord, in DriveConditions conditions)
    {
        if (conditions.Faulted) return DriveState.Fault;
        if (state == DriveState.OperationEnabled && (controlWord & (ControlBits.Offs | ControlBits.Run)) == (ControlBits.Offs | ControlBits.Run)) return state;
        if (!conditions.MainsOk && !IsRunning(state)) return DriveState.MainsOff;
        if (state is DriveState.Fault or DriveState.MainsOff) return DriveState.SwitchOnInhibited;
        if (!conditions.RunEnabled && !IsRunning(state)) return DriveState.SwitchOnInhibited;
        if ((controlWord & ControlBits.Off2) == 0) return Coast(state);
        if ((controlWord & ControlBits.Off3) == 0 && state != DriveState.Off3Active) return EmergencyRamp(state);
        return IsRunning(state) ? Running(state, controlWord, conditions) : AtRest(state, controlWord, conditions);
    }

    /// <summary>Status word bits 0, 1, 2, 3, 4, 5 and 6 of a state, as far as they follow from it alone; bits 4 and 5 are set where the state does not clear them.</summary>
    public static int Status(DriveState state) => state switch
    {
        DriveState.ReadyToSwitchOn => StatusBits.ReadyToSwitchOn | NoOff,
        DriveState.ReadyToOperate or DriveState.OperationInhibited => StatusBits.ReadyToSwitchOn | StatusBits.ReadyToRun | NoOff,
        DriveState.OperationEnabled => Ready | NoOff,
        DriveState.Off1Active => StatusBits.ReadyToSwitchOn | StatusBits.ReadyForReference | NoOff,
        DriveState.Off2Active => StatusBits.Off3Inactive,
        DriveState.Off3Active => Ready | StatusBits.Off2Inactive,
        DriveState.Fault => StatusBits.Tripped | NoOff,
        _ => StatusBits.SwitchOnInhibited | NoOff,
    };

    private const int NoOff = StatusBits.Off2Inactive | StatusBits.Off3Inactive;
    private const int Ready = StatusBits.ReadyToSwitchOn | StatusBits.ReadyToRun | StatusBits.ReadyForReference;

    private static DriveState Coast(DriveState state) =>
        state is DriveState.SwitchOnInhibited or DriveState.Off2Active ? DriveState.SwitchOnInhibited : DriveState.Off2Active;

    private static DriveState EmergencyRamp(DriveState state) => IsRunning(state) ? DriveState.Off3Active : DriveState.SwitchOnInhibited;

    private static DriveState Running(DriveState state, int controlWord, in DriveConditions conditions)
    {
        if (state == DriveState.Off3Active) return conditions.Stopped ? DriveState.SwitchOnInhibited : state;
        bool off1 = (controlWord & ControlBits.Off1) == 0;
        if (state == DriveState.Off1Active)
        {
            if (conditions.Stopped) return DriveState.ReadyToSwitchOn;
            bool again = !off1 && !conditions.Closing && (controlWord & ControlBits.Run) != 0;
            return again ? DriveState.OperationEnabled : state;
        }
        return off1 ? DriveState.Off1Active : DriveState.OperationInhibited;
    }

    private static DriveState AtRest(DriveState state, int controlWord, in DriveConditions conditions)
    {
        bool on = (controlWord & ControlBits.Off1) != 0;
        switch (state)
        {
            case DriveState.SwitchOnInhibited:
                return !on && (controlWord & ControlBits.Remote) != 0 ? DriveState.ReadyToSwitchOn : state;
            case DriveState.ReadyToSwitchOn:
                return on ? DriveState.ReadyToOperate : state;
            case DriveState.ReadyToOperate:
                if (!on) return DriveState.ReadyToSwitchOn;
                return (controlWord & ControlBits.Run) != 0 && conditions.RunEnabled ? DriveState.OperationEnabled : state;
            case DriveState.OperationInhibited:
                return on ? DriveState.ReadyToOperate : DriveState.ReadyToSwitchOn;
            default:
                return DriveState.SwitchOnInhibited;
        }
    }
}
