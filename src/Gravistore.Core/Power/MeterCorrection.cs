using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Power;

/// <summary>
/// Slow correction of the plan to the grid meter: what the loss model does not know is integrated away over seconds.
/// It rests while the plan moves, because the meter's window would then be mistaken for an error.
/// </summary>
public sealed class MeterCorrection
{
    /// <summary>The meter averages over 100 ms and the drives follow 20 ms late: the expectation is filtered alike.</summary>
    private const double MeterLagS = 0.15;
    private const double CycleS = 0.01;
    private const double LimitShare = 0.05;
    private const double SteadyShare = 0.01;
    /// <summary>After a power step the correction is that much faster: what the loss model does not know is then new.</summary>
    private const double StepFactor = 3;

    private readonly double _gain;
    private readonly double _limitW;
    private readonly double _steadyW;

    public MeterCorrection(PlantParameters plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        _gain = CycleS / plant.Motion.MeterCorrectionS;
        _limitW = LimitShare * plant.RatedPowerW;
        _steadyW = SteadyShare * plant.RatedPowerW;
    }

    /// <summary>One cycle; outside Running the correction fades.</summary>
    public void Update(in PlantInput input, ref PlantState plant, bool running)
    {
        plant.ExpectedFilteredW += (plant.ExpectedPowerW - plant.ExpectedFilteredW) * (CycleS / MeterLagS);
        if (!running)
        {
            plant.MeterCorrectionW = 0;
            return;
        }
        bool steady = Math.Abs(plant.ExpectedPowerW - plant.ExpectedFilteredW) < _steadyW;
        if (plant.MeterFresh == 0 || !steady || plant.PowerLimited == 1) return;
        double gain = plant.StepCycles > 0 ? StepFactor * _gain : _gain;
        double next = plant.MeterCorrectionW + (plant.ExpectedFilteredW - input.GridPowerW) * gain;
        plant.MeterCorrectionW = next > _limitW ? _limitW : next < -_limitW ? -_limitW : next;
    }
}
