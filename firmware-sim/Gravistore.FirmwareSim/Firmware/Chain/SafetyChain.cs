namespace Gravistore.FirmwareSim.Firmware;

/// <summary>What opened the chain.</summary>
public enum ChainCause { None = 0, Start, EmergencyStop, Overtravel, Overspeed, Watchdog, TripRequest, DriveFaultInMotion }

/// <summary>How the chain is wired.</summary>
public sealed record SafetyChainSettings
{
    /// <summary>Drum speed at which a drum's overspeed relay trips [m/s]; independent of every other threshold.</summary>
    public required double OverspeedMps { get; init; }
    /// <summary>Safe stop 1: the drives' safe-torque-off channels open this long after the chain [s].</summary>
    public double StoDelayS { get; init; } = 0.3;
    /// <summary>A drive that faults while its drum turns opens the chain.</summary>
    public bool OpensOnDriveFaultInMotion { get; init; }
    /// <summary>Drum speed that counts as motion for the drive-fault contact [m/s].</summary>
    public double MotionMps { get; init; } = 0.02;
}

/// <summary>What reaches the chain for the whole plant.</summary>
public struct ChainSignals
{
    public bool EmergencyStop;
    public bool WatchdogClosed;
    public bool TripRequested;
    public bool ResetKey;
}

/// <summary>What reaches the chain from one hoist.</summary>
public struct ChainHoistSignals
{
    /// <summary>An ultimate limit switch, upper or lower, is struck.</summary>
    public bool Overtravel;
    /// <summary>Drum speed, magnitude [m/s].</summary>
    public double DrumSpeedMps;
    public bool DriveFaulted;
}

/// <summary>
/// The hard-wired chain of the plant. It opens on any cause of any hoist, stays open, and closes on the edge of the reset key alone,
/// with every cause gone. No software stands in for the key. Steps are 1 ms.
/// </summary>
public sealed class SafetyChain
{
    private readonly SafetyChainSettings _settings;
    private readonly ChainHoistSignals[] _hoists;
    private readonly int _stoSteps;
    private bool _keyBefore = true;
    private int _openSteps;

    /// <summary>A chain that has just been powered up: open, first-out "start".</summary>
    public SafetyChain(int hoistCount, SafetyChainSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hoistCount, 1);
        _settings = settings;
        _hoists = new ChainHoistSignals[hoistCount];
        _stoSteps = DriveTuning.Steps(settings.StoDelayS);
        _openSteps = _stoSteps;
    }

    public bool Closed { get; private set; }
    /// <summary>The drives' safe-torque-off channels.</summary>
    public bool StoClosed => Closed || _openSteps < _stoSteps;
    /// <summary>Cause that opened the chain; None while it is closed.</summary>
    public ChainCause FirstOut { get; private set; } = ChainCause.Start;
    /// <summary>Hoist of the first-out, or -1 for the plant.</summary>
    public int FirstOutHoist { get; private set; } = -1;
    /// <summary>An overspeed relay has tripped since the last reset.</summary>
    public bool OverspeedTripped { get; private set; }

    /// <summary>Signals of one hoist, to be filled before <see cref="Step"/>.</summary>
    public ref ChainHoistSignals Hoist(int hoist) => ref _hoists[hoist];

    /// <summary>One step of 1 ms.</summary>
    public void Step(in ChainSignals signals)
    {
        ChainCause cause = Cause(signals, out int hoist);
        bool edge = signals.ResetKey && !_keyBefore;
        _keyBefore = signals.ResetKey;
        if (cause != ChainCause.None) Open(cause, hoist);
        else if (edge && !Closed) Close();
        if (!Closed && _openSteps < _stoSteps) _openSteps++;
    }

    /// <summary>Adds everything the next steps depend on to a hash.</summary>
    public ulong HashState(ulong seed) =>
        FirmwareHash.Add(seed, ((long)_openSteps << 32) | ((long)FirstOut << 16) | ((long)(byte)FirstOutHoist << 4) | (Closed ? 1L : 0L) | (_keyBefore ? 2L : 0L) | (OverspeedTripped ? 4L : 0L));

    private ChainCause Cause(in ChainSignals signals, out int hoist)
    {
        for (hoist = 0; hoist < _hoists.Length; hoist++)
        {
            ChainCause cause = HoistCause(_hoists[hoist]);
            if (cause != ChainCause.None) return cause;
        }
        hoist = -1;
        if (signals.EmergencyStop) return ChainCause.EmergencyStop;
        if (!signals.WatchdogClosed) return ChainCause.Watchdog;
        return signals.TripRequested ? ChainCause.TripRequest : ChainCause.None;
    }

    private ChainCause HoistCause(in ChainHoistSignals signals)
    {
        if (signals.DrumSpeedMps > _settings.OverspeedMps)
        {
            OverspeedTripped = true;
            return ChainCause.Overspeed;
        }
        if (signals.Overtravel) return ChainCause.Overtravel;
        bool faultInMotion = _settings.OpensOnDriveFaultInMotion && signals.DriveFaulted && signals.DrumSpeedMps > _settings.MotionMps;
        return faultInMotion ? ChainCause.DriveFaultInMotion : ChainCause.None;
    }

    private void Open(ChainCause cause, int hoist)
    {
        if (!Closed) return;
        Closed = false;
        _openSteps = 0;
        FirstOut = cause;
        FirstOutHoist = hoist;
    }

    private void Close()
    {
        Closed = true;
        FirstOut = ChainCause.None;
        FirstOutHoist = -1;
        OverspeedTripped = false;
    }
}
