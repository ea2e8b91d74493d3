namespace Gravistore.FirmwareSim.Plant;

/// <summary>The load cell under the sheave: gain, lag, hysteresis, noise, and a 4-20 mA transmitter that saturates as NAMUR NE 43 asks (3.8 to 20.5 mA).</summary>
internal sealed class LoadCell
{
    private const double ZeroMilliampere = 4.0;
    private const double SpanMilliampere = 16.0;
    private const double LowestMilliampere = 3.8;
    private const double HighestMilliampere = 20.5;

    private readonly Xoshiro256 _noise;
    private readonly double _milliamperePerN;
    private readonly double _noiseMilliampere;
    private readonly double _follow;
    private readonly double _gain;
    private readonly double _halfLoopN;
    private double _laggedN;
    private double _heldN;

    /// <summary>A load cell that has settled at a force [N].</summary>
    public LoadCell(SensorTruth truth, Xoshiro256 noise, double forceN)
    {
        _noise = noise;
        _gain = truth.LoadCellGain;
        _milliamperePerN = SpanMilliampere / truth.LoadCellFullScaleN;
        _noiseMilliampere = SpanMilliampere * truth.LoadCellNoise;
        _follow = Math.Min(1.0, PhysicalConstants.StepS / (truth.LoadCellLagS + 0.5 * PhysicalConstants.StepS));
        _halfLoopN = 0.5 * truth.LoadCellHysteresis * truth.LoadCellFullScaleN;
        _laggedN = _gain * forceN;
        _heldN = _laggedN;
    }

    /// <summary>Signal for the force at the drum now [N to mA]; one step of lag.</summary>
    public double Measure(double forceN)
    {
        _laggedN += (_gain * forceN - _laggedN) * _follow;
        _heldN = Math.Min(_laggedN + _halfLoopN, Math.Max(_laggedN - _halfLoopN, _heldN));
        double signal = ZeroMilliampere + _heldN * _milliamperePerN + _noiseMilliampere * _noise.NextNormal();
        return Math.Min(HighestMilliampere, Math.Max(LowestMilliampere, signal));
    }

    /// <summary>Mixes the memory of the cell into a hash.</summary>
    public ulong Mix(ulong hash) => _noise.Mix(StateHash.Mix(StateHash.Mix(hash, _laggedN), _heldN));
}
