namespace Gravistore.FirmwareSim.Firmware;

/// <summary>States of the mechanical brake control, group 44.</summary>
public enum BrakeState { Disabled = 0, Closed, OpeningWait, OpeningDelay, Open, ClosingWait, ClosingDelay }

/// <summary>What the brake control looks at in one step.</summary>
public readonly ref struct BrakeControlInput
{
    /// <summary>06.11 bit 2 and modulating: the motor can hold the load.</summary>
    public required bool Ready { get; init; }
    /// <summary>The drive is told to run.</summary>
    public required bool OpenRequested { get; init; }
    /// <summary>Torque of the motor as the inverter knows it [N m].</summary>
    public required double TorqueNm { get; init; }
    /// <summary>44.03: torque that must be there before the brake opens [N m].</summary>
    public required double OpenTorqueNm { get; init; }
    public required double SpeedRpm { get; init; }
    /// <summary>Acknowledge input: both channels lifted.</summary>
    public required bool Lifted { get; init; }
}

/// <summary>
/// Mechanical brake control of a hoist drive (ABB ACS880 firmware manual p115, ACS380 p80 and p86). With an acknowledge input the brake
/// counts as open when the input says so, and has failed to open when it does not within 44.08.
/// Torque proving and brake slip while proving belong to the crane function set and are this simulator's own.
/// </summary>
public sealed class BrakeControl
{
    /// <summary>Part of the open torque that counts as proven: the estimate approaches the reference and never quite reaches it.</summary>
    private const double ProvenShare = 0.95;
    private const int NotAllowedSteps = 5_000;

    private int _elapsed;
    private int _slowSteps;

    public BrakeState State { get; private set; } = BrakeState.Closed;
    /// <summary>44.01 bit 0: the relay in the brake's release circuit.</summary>
    public bool Relay => State is BrakeState.OpeningDelay or BrakeState.Open or BrakeState.ClosingWait;
    /// <summary>The brake has not closed within 44.13.</summary>
    public bool CloseWarning { get; private set; }
    /// <summary>The relay has dropped and the motor holds until the brake has closed.</summary>
    public bool Closing => State == BrakeState.ClosingDelay;

    /// <summary>44.01: open command, opening torque request, hold request, ramp to stop, enabled.</summary>
    public int Status =>
        (Relay ? 1 : 0) | (State == BrakeState.OpeningWait ? 2 : 0) | (State is BrakeState.OpeningWait or BrakeState.OpeningDelay ? 4 : 0)
        | (State == BrakeState.ClosingWait ? 8 : 0) | (State == BrakeState.Disabled ? 0 : 16);

    /// <summary>One step of 1 ms.</summary>
    /// <returns>Fault code, 0 = none.</returns>
    public int Step(in BrakeControlInput input, BrakeTuning tuning)
    {
        if (_elapsed < int.MaxValue) _elapsed++;
        if (!tuning.Enabled) return Go(BrakeState.Disabled);
        if (State == BrakeState.Open && input.Ready && input.OpenRequested) return 0;
        if (!input.Ready)
        {
            CloseWarning = false;
            return State == BrakeState.Closed ? 0 : Go(BrakeState.Closed);
        }
        return State switch
        {
            BrakeState.Closed => Closed(input, tuning),
            BrakeState.OpeningWait => OpeningWait(input, tuning),
            BrakeState.OpeningDelay => OpeningDelay(input, tuning),
            BrakeState.Open => Go(BrakeState.ClosingWait),
            BrakeState.ClosingWait => ClosingWait(input, tuning),
            BrakeState.ClosingDelay => ClosingDelay(input, tuning),
            _ => Go(BrakeState.Closed),
        };
    }

    /// <summary>Adds what the next steps depend on to a hash.</summary>
    internal ulong Hash(ulong seed) => FirmwareHash.Add(FirmwareHash.Add(seed, (int)State | (CloseWarning ? 256 : 0)), ((long)_elapsed << 32) | (uint)_slowSteps);

    private int Go(BrakeState state)
    {
        if (State == state) return 0;
        State = state;
        _elapsed = 0;
        _slowSteps = 0;
        CloseWarning = false;
        return 0;
    }

    private int Closed(in BrakeControlInput input, BrakeTuning tuning) =>
        input.OpenRequested && _elapsed >= tuning.ReopenDelaySteps ? Go(BrakeState.OpeningWait) : 0;

    private int OpeningWait(in BrakeControlInput input, BrakeTuning tuning)
    {
        if (!input.OpenRequested) return Go(BrakeState.Closed);
        if (Math.Abs(input.SpeedRpm) > tuning.CloseLevelRpm) return DriveFaultCode.BrakeSlip;
        if (!IsProven(input, tuning)) return _elapsed >= tuning.ProveTimeoutSteps ? DriveFaultCode.TorqueProving : 0;
        if (!tuning.KeepClosed) return Go(BrakeState.OpeningDelay);
        return _elapsed >= NotAllowedSteps ? DriveFaultCode.BrakeOpeningNotAllowed : 0;
    }

    private static bool IsProven(in BrakeControlInput input, BrakeTuning tuning) =>
        Math.Abs(input.TorqueNm) >= ProvenShare * Math.Max(Math.Abs(input.OpenTorqueNm), tuning.MinOpenTorqueNm)
        && input.TorqueNm * input.OpenTorqueNm >= 0.0;

    private int OpeningDelay(in BrakeControlInput input, BrakeTuning tuning)
    {
        if (!input.OpenRequested) return Go(BrakeState.ClosingWait);
        if (tuning.HasAcknowledge && input.Lifted) return Go(BrakeState.Open);
        if (_elapsed < tuning.OpenDelaySteps) return 0;
        return tuning.HasAcknowledge ? DriveFaultCode.BrakeOpening : Go(BrakeState.Open);
    }

    private int ClosingWait(in BrakeControlInput input, BrakeTuning tuning)
    {
        if (input.OpenRequested) return Go(BrakeState.Open);
        _slowSteps = Math.Abs(input.SpeedRpm) < tuning.CloseLevelRpm ? _slowSteps + 1 : 0;
        return _slowSteps > 0 && _slowSteps >= tuning.CloseLevelSteps ? Go(BrakeState.ClosingDelay) : 0;
    }

    private int ClosingDelay(in BrakeControlInput input, BrakeTuning tuning)
    {
        if (_elapsed < tuning.CloseDelaySteps) return 0;
        if (!tuning.HasAcknowledge || !input.Lifted) return Go(BrakeState.Closed);
        CloseWarning = true;
        return tuning.CloseFailureFaults && _elapsed >= tuning.CloseDelaySteps + tuning.FaultDelaySteps ? DriveFaultCode.BrakeClosing : 0;
    }
}
