using Gravistore.DryRun.Scenarios;
using Gravistore.DryRun.Traces;

namespace Gravistore.DryRun.Loop;

/// <summary>Turns a series into power: as it is, or frequencies by the droop law.</summary>
internal sealed class Follower(SampleTrace trace, DroopLaw? droop)
{
    private double _startS;

    public bool IsActive { get; private set; }
    /// <summary>Frequency of the last call; null when the series holds powers [Hz].</summary>
    public double? FrequencyHz { get; private set; }

    /// <summary>The series begins now.</summary>
    public void Start(double nowS)
    {
        _startS = nowS;
        IsActive = true;
    }

    public void Stop() => IsActive = false;

    /// <summary>Power asked for at this time [kW, export positive].</summary>
    public double PowerKW(double nowS)
    {
        double value = trace.At(nowS - _startS);
        if (droop is null) return value;
        FrequencyHz = value;
        return droop.PowerKW(value);
    }

    public bool HasEnded(double nowS) => trace.HasEnded(nowS - _startS);
}
