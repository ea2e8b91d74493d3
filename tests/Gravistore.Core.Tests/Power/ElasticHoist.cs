namespace Gravistore.Core.Tests.Power;

/// <summary>A drum of 442 t, a rope and a weight of 60 t without friction, in steps of 0.1 ms: the plant of docs/power.md in a few lines.</summary>
internal sealed class ElasticHoist
{
    public const double StepS = 1e-4;
    public const double DrumKg = 441.7e3, StiffnessNm = 318e6, RopeKgPerM = 24, GravityMps2 = 9.81;

    private readonly double _stiffness, _damping;
    private double _stretchM;

    public ElasticHoist(double lengthM, double speedMps, double weightKg = 60e3, double dampingRatio = 0.015)
    {
        LengthM = lengthM;
        MovingKg = weightKg + RopeKgPerM * lengthM / 3;
        _stiffness = StiffnessNm / lengthM;
        _damping = 2 * dampingRatio * Math.Sqrt(_stiffness * MovingKg);
        HangingN = RopeKgPerM * lengthM * GravityMps2 * 2 / 3;
        SpeedMps = WeightSpeedMps = speedMps;
        _stretchM = MovingKg * GravityMps2 / _stiffness;
        RopeForceN = MovingKg * GravityMps2;
    }

    public double LengthM { get; }
    public double MovingKg { get; }
    /// <summary>Two thirds of the hanging rope's weight [N].</summary>
    public double HangingN { get; }
    public double SpeedMps { get; set; }
    public double WeightSpeedMps { get; set; }
    public double RopeForceN { get; private set; }
    public double StaticForceN => MovingKg * GravityMps2 + HangingN;
    public double DrumForceN => RopeForceN + HangingN;

    /// <summary>One step with the motor's force [N]; the stiffness stays that of the first length, which is short of nothing in seconds.</summary>
    public void Step(double motorForceN)
    {
        SpeedMps += (DrumForceN - motorForceN) / DrumKg * StepS;
        Swing();
    }

    /// <summary>One step of a drum whose drive follows its speed reference without error.</summary>
    public void StepAt(double speedMps)
    {
        SpeedMps = speedMps;
        Swing();
    }

    private void Swing()
    {
        WeightSpeedMps += (GravityMps2 - RopeForceN / MovingKg) * StepS;
        _stretchM += (WeightSpeedMps - SpeedMps) * StepS;
        RopeForceN = Math.Max(0, _stiffness * _stretchM + _damping * (WeightSpeedMps - SpeedMps));
    }
}
