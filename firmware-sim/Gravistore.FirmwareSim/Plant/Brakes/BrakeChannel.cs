namespace Gravistore.FirmwareSim.Plant;

/// <summary>One spring-applied, hydraulically lifted brake channel: dead time, linear rise, linear opening, and anything between for a graded stop.</summary>
internal sealed class BrakeChannel
{
    private const double StepS = PhysicalConstants.StepS;

    /// <summary>So that n steps of a n-th each arrive.</summary>
    private const double Rounding = 1e-12;

    private readonly double _deadTimeS;
    private readonly double _risePerStep;
    private readonly double _fallPerStep;
    private double _applied = 1.0;
    private double _deadS;

    /// <summary>A channel with its springs applied.</summary>
    public BrakeChannel(BrakeTruth truth)
    {
        _deadTimeS = truth.DeadTimeS;
        _risePerStep = StepS / Math.Max(truth.RiseTimeS, StepS);
        _fallPerStep = StepS / Math.Max(truth.OpeningTimeS, StepS);
    }

    /// <summary>Share of the spring force that presses the linings on, 0..1.</summary>
    public double Applied => _applied;

    /// <summary>Lift switch: the linings are clear of the disc.</summary>
    public bool Lifted => _applied <= 0.0;

    /// <summary>Set switch: the springs act in full.</summary>
    public bool Set => _applied >= 1.0;

    /// <summary>Time of the present dead time that has passed [s].</summary>
    public double DeadS => _deadS;

    /// <summary>One step towards a demand, 0 = lifted to 1 = full spring force.</summary>
    public void Step(double demand)
    {
        if (_applied == 0.0 && demand > 0.0)
        {
            // Half a step of tolerance: a dead time of n steps is n steps, whatever its binary fraction.
            _deadS += StepS;
            if (_deadS <= _deadTimeS - 0.5 * StepS) return;
        }
        else
        {
            _deadS = 0.0;
        }

        if (demand > _applied) _applied = Math.Min(Math.Min(demand, 1.0), _applied + _risePerStep + Rounding);
        else if (demand < _applied) _applied = Math.Max(Math.Max(demand, 0.0), _applied - _fallPerStep - Rounding);
    }
}
