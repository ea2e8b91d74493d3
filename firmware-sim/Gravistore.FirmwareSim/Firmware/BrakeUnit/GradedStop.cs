namespace Gravistore.FirmwareSim.Firmware;

/// <summary>
/// A graded stop from the unit's own speed pulse: the force follows a speed profile of constant retardation, and goes to full when the
/// measured retardation stays below 80 % of the aim for 0.3 s, or at standstill. The profile begins at the speed that the load has reached
/// when the linings bite. A load that slows down by itself in the dead time is being raised: then the linings just touch.
/// </summary>
public sealed class GradedStop
{
    /// <summary>Window of the retardation measured [steps of 1 ms].</summary>
    private const int WindowSteps = 50;
    private const int WeakSteps = 300;
    private const double WeakShare = 0.8;
    private const double StepS = DriveFirmware.StepS;

    private readonly BrakeUnitSettings _settings;
    private readonly int _deadSteps;
    private readonly double[] _window = new double[WindowSteps];
    private int _elapsed;
    private int _weakSteps;
    private double _beginMps;
    private double _profileMps;
    private double _share;
    private bool _bites;
    private bool _full;

    public GradedStop(BrakeUnitSettings settings)
    {
        _settings = settings;
        _deadSteps = DriveTuning.Steps(settings.DeadTimeS);
    }

    /// <summary>Full force because the retardation aimed at was not reached.</summary>
    public bool Weak { get; private set; }

    /// <summary>Begins a stop at a drum speed [m/s]; at standstill it is full force at once.</summary>
    public void Begin(double speedMps)
    {
        _elapsed = 0;
        _weakSteps = 0;
        _beginMps = speedMps;
        _profileMps = speedMps;
        _share = _settings.LeastShare;
        _bites = false;
        _full = speedMps <= _settings.StandstillMps;
        Weak = false;
        Array.Fill(_window, speedMps);
    }

    /// <summary>Full force from now on, until the next stop begins.</summary>
    public void Full() => _full = true;

    /// <summary>One step of 1 ms.</summary>
    /// <param name="speedMps">Drum speed, magnitude.</param>
    /// <returns>Share of the spring force, 0 to 1.</returns>
    public double Step(double speedMps)
    {
        if (_full) return 1.0;
        if (speedMps <= _settings.StandstillMps) _full = true;
        Watch(speedMps);
        if (_full) return 1.0;
        double share = _share + _settings.ShareForSpeed * (speedMps - _profileMps);
        return Math.Min(Math.Max(share, _settings.LeastShare), 1.0);
    }

    /// <summary>Adds what the next steps depend on to a hash.</summary>
    internal ulong Hash(ulong seed) =>
        FirmwareHash.Add(
            FirmwareHash.Add(FirmwareHash.Add(FirmwareHash.Add(seed, _profileMps), _window[_elapsed % WindowSteps]), _share),
            ((long)_elapsed << 32) | ((long)_weakSteps << 2) | (_full ? 1L : 0L) | (_bites ? 2L : 0L));

    private void Watch(double speedMps)
    {
        int place = _elapsed % WindowSteps;
        double retardationMps2 = (_window[place] - speedMps) / (WindowSteps * StepS);
        _window[place] = speedMps;
        if (++_elapsed <= _deadSteps) Wait(speedMps);
        if (_elapsed <= _deadSteps) return;
        Follow(speedMps);
        bool weak = retardationMps2 < WeakShare * _settings.GradedRetardationMps2;
        _weakSteps = weak ? _weakSteps + 1 : 0;
        if (_weakSteps < WeakSteps) return;
        Weak = true;
        _full = true;
    }

    // Nothing brakes yet; at the end of the dead time the speed tells which way the load pulls.
    private void Wait(double speedMps)
    {
        _profileMps = speedMps;
        bool slowsByItself = _beginMps - speedMps > 0.5 * _settings.GradedRetardationMps2 * _deadSteps * StepS;
        if (_elapsed == _deadSteps && !slowsByItself) _share = _settings.FirstShare;
    }

    private void Follow(double speedMps)
    {
        _bites |= speedMps < _profileMps;
        if (_bites) _profileMps = Math.Max(0.0, _profileMps - _settings.GradedRetardationMps2 * StepS);
        else _profileMps = speedMps;
    }
}
