namespace Gravistore.FirmwareSim.Firmware;

/// <summary>
/// A graded stop from the unit's own speed pulse: the force follows a speed profile of constant retardation, and goes to full when the
/// measured retardation stays below 80 % of the aim for 0.3 s, or at standstill.
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
    private double _profileMps;
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
        _profileMps = speedMps;
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
        double share = _settings.FirstShare + _settings.ShareForSpeed * (speedMps - _profileMps);
        return Math.Min(Math.Max(share, _settings.LeastShare), 1.0);
    }

    /// <summary>Adds what the next steps depend on to a hash.</summary>
    internal ulong Hash(ulong seed) =>
        FirmwareHash.Add(FirmwareHash.Add(FirmwareHash.Add(seed, _profileMps), _window[_elapsed % WindowSteps]), ((long)_elapsed << 32) | (long)_weakSteps << 2 | (_full ? 1L : 0L));

    private void Watch(double speedMps)
    {
        int place = _elapsed % WindowSteps;
        double retardationMps2 = (_window[place] - speedMps) / (WindowSteps * StepS);
        _window[place] = speedMps;
        if (++_elapsed <= _deadSteps) return;
        _profileMps = Math.Max(0.0, _profileMps - _settings.GradedRetardationMps2 * StepS);
        bool weak = retardationMps2 < WeakShare * _settings.GradedRetardationMps2;
        _weakSteps = weak ? _weakSteps + 1 : 0;
        if (_weakSteps < WeakSteps) return;
        Weak = true;
        _full = true;
    }
}
