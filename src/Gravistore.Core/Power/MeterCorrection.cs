using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Power;

/// <summary>
/// Slow correction of the plan to the grid meter: what the loss model does not know is integrated away over seconds; docs/power.md, "Meter".
/// After a step of charging the meter's mean is compared with the mean of what was expected over the same time. While lowering, power moves on purpose for a second
/// after a step, and a correction that comes meanwhile adds to that: there, and without a step, it waits until power is quiet, and the expectation is merely filtered.
/// </summary>
public sealed class MeterCorrection
{
    private const long CycleNs = 10_000_000;
    private const double CycleS = 0.01;
    /// <summary>The meter averages over 100 ms and the drives follow 20 ms late: the expectation is filtered alike.</summary>
    private const double MeterLagS = 0.15;
    private const double SteadyShare = 0.01;
    /// <summary>The meter's window as declared for it (sensors of the plant files: 100 ms) [cycles].</summary>
    private const int WindowCycles = 10;
    /// <summary>A step of charging is followed over the meter's own window for this long [cycles].</summary>
    private const int RecentCycles = 900;
    private const int OldestCycles = ExpectedPowers.Length - WindowCycles - 1;
    /// <summary>Greatest spread of the expectation over the meter's window and a cycle on either side, share of the rated power: a cycle's difference in timing is then no error.</summary>
    private const double WindowShare = 0.05;
    private const double LimitShare = 0.05;
    /// <summary>After a power step the correction is that much faster: what the loss model does not know is then new.</summary>
    private const double StepFactor = 3;

    private readonly double _gain;
    private readonly double _limitW;
    private readonly double _steadyW, _windowW;
    private readonly int _lagCycles;

    public MeterCorrection(PlantParameters plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        // Power comes that much after the cycle that expects it: the command's delay and half of its hold.
        _lagCycles = (int)(plant.Drive.CommandDelayS / CycleS + 1);
        _gain = CycleS / plant.Motion.MeterCorrectionS;
        _limitW = LimitShare * plant.RatedPowerW;
        _steadyW = SteadyShare * plant.RatedPowerW;
        _windowW = WindowShare * plant.RatedPowerW;
    }

    /// <summary>One cycle; outside Running there is no correction.</summary>
    public void Update(in PlantInput input, ref PlantState plant, bool running)
    {
        plant.Expected[Place(plant.Cycle)] = plant.ExpectedPowerW;
        plant.ExpectedFilteredW += (plant.ExpectedPowerW - plant.ExpectedFilteredW) * (CycleS / MeterLagS);
        if (!running)
        {
            plant.MeterCorrectionW = 0;
            return;
        }
        if (plant.MeterFresh == 0 || plant.PowerLimited == 1) return;
        (double expectedW, bool steady) = plant.Direction < 0 && plant.SinceStepCycles < RecentCycles ? Window(plant, input.MeterAgeNs / CycleNs + _lagCycles)
            : (plant.ExpectedFilteredW, Math.Abs(plant.ExpectedPowerW - plant.ExpectedFilteredW) < _steadyW);
        if (!steady) return;
        double gain = plant.StepCycles > 0 ? StepFactor * _gain : _gain;
        double next = plant.MeterCorrectionW + (expectedW - input.GridPowerW) * gain;
        plant.MeterCorrectionW = next > _limitW ? _limitW : next < -_limitW ? -_limitW : next;
    }

    private (double MeanW, bool Steady) Window(in PlantState plant, long age)
    {
        if (age > OldestCycles) return (0, false);
        double sum = 0, least = double.PositiveInfinity, most = double.NegativeInfinity;
        for (int i = -1; i <= WindowCycles; i++)
        {
            double w = plant.Expected[Place(plant.Cycle - age - i)];
            (least, most) = (Math.Min(least, w), Math.Max(most, w));
            if (i >= 0 && i < WindowCycles) sum += w;
        }
        return (sum / WindowCycles, most - least <= _windowW);
    }

    private static int Place(long cycle) => (int)(cycle & (ExpectedPowers.Length - 1));
}
