using Gravistore.DryRun.Scenarios;

namespace Gravistore.DryRun.Loop;

/// <summary>Tells when a condition has held long enough without a break.</summary>
internal sealed class ConditionTimer
{
    private double _sinceS = double.NaN;

    /// <summary>Forgets what was.</summary>
    public void Restart() => _sinceS = double.NaN;

    /// <summary>One cycle; true when the condition has held for its time.</summary>
    public bool Holds(Condition condition, double nowS, in PlantView view)
    {
        if (!condition.Holds(view)) _sinceS = double.NaN;
        else if (double.IsNaN(_sinceS)) _sinceS = nowS;
        return nowS - _sinceS >= condition.HoldsForS - 1e-9;
    }
}
