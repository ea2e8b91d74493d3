using Gravistore.DryRun.Scenarios;
using Gravistore.Json;

namespace Gravistore.DryRun.Results;

/// <summary>Watches one band of power over a run.</summary>
internal sealed class PowerWindowMeter(PowerWindow window)
{
    private double _openedS = double.NaN;
    private double _runS, _longestS;
    private double _lowestKW = double.PositiveInfinity, _highestKW = double.NegativeInfinity;

    /// <summary>A step has begun.</summary>
    public void StepBegins(string label, double timeS)
    {
        if (window.DuringStep is null) return;
        if (label == window.DuringStep) _openedS = timeS;
        else Close();
    }

    /// <summary>One cycle has passed.</summary>
    /// <param name="timeS">Time at its end [s].</param>
    /// <param name="durationS">Its length [s].</param>
    /// <param name="powerKW">Mean true grid power over it [kW].</param>
    public void Add(double timeS, double durationS, double powerKW)
    {
        if (double.IsNaN(_openedS) && window.DuringStep is null) _openedS = timeS - durationS;
        double sinceS = timeS - _openedS;
        if (!(sinceS > window.FromS && sinceS <= window.ToS)) return;
        _lowestKW = Math.Min(_lowestKW, powerKW);
        _highestKW = Math.Max(_highestKW, powerKW);
        _runS = powerKW >= window.MinKW && powerKW <= window.MaxKW ? _runS + durationS : 0;
        _longestS = Math.Max(_longestS, _runS);
    }

    /// <summary>What became of the assertion.</summary>
    public AssertionOutcome Outcome()
    {
        string during = window.DuringStep is null ? "" : $" during {JsonText.Quote(window.DuringStep)}";
        string band = $"power from {JsonText.Number(window.MinKW)} to {JsonText.Number(window.MaxKW, "kW")}{during}";
        if (window.LongestRunS is { } neededS)
            return new AssertionOutcome($"{band} for at least {JsonText.Number(neededS, "s")} on end", Math.Round(_longestS, 3), _longestS >= neededS - 1e-6);
        if (_highestKW < _lowestKW) return new AssertionOutcome($"{band} all the time", null, false);
        double worstKW = window.MinKW - _lowestKW > _highestKW - window.MaxKW ? _lowestKW : _highestKW;
        return new AssertionOutcome($"{band} all the time", worstKW, _lowestKW >= window.MinKW && _highestKW <= window.MaxKW);
    }

    private void Close()
    {
        _openedS = double.NaN;
        _runS = 0;
    }
}
