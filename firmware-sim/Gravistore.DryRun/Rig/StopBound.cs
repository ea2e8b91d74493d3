using Gravistore.Core.Parameters;

namespace Gravistore.DryRun.Rig;

/// <summary>
/// How a hoist stops on its brakes alone when the controller is gone: the drive follows its last reference until its communication time-out, then
/// torque is lost, the brakes take hold after their dead time and rise linearly to a graded stop, and to their full force once the drum stands.
/// Drum, weight and rope as one mass, friction left out (docs/physics.md).
/// </summary>
public static class StopBound
{
    private const double StepS = 0.001, LongestS = 20, GravityMps2 = 9.81;
    /// <summary>Least brake force of a stop over the static force: twice is asked of a winder's brake; a unit that grades its force need give no more.</summary>
    private const double LeastFactor = 2;

    /// <summary>Time until rest on brakes that are set, and the greatest distance from the start on the way [s, m].</summary>
    /// <param name="plant">The plant.</param>
    /// <param name="depthM">Depth of the weight when the controller went [m].</param>
    /// <param name="speedMps">Its speed then, lowering positive [m/s].</param>
    public static (double TimeS, double TravelM) Of(PlantParameters plant, double depthM, double speedMps)
    {
        ArgumentNullException.ThrowIfNull(plant);
        HoistParameters hoist = plant.Hoist;
        double hangingKg = hoist.WeightMassKg + hoist.RopeMassPerMetreKg * depthM, massKg = hoist.DrumSideMassKg + hangingKg, loadN = hangingKg * GravityMps2;
        double brakeN = Math.Min(2 * hoist.BrakeChannelForceN, LeastFactor * loadN);
        double timeoutS = plant.Drive.CommunicationTimeoutS, timeS = timeoutS, x = speedMps * timeoutS, v = speedMps, greatest = Math.Abs(x);
        for (double t = 0; t < LongestS; t += StepS)
        {
            double share = Math.Clamp((t - hoist.BrakeDeadTimeS) / hoist.BrakeRiseTimeS, 0, 1);
            double slideN = share * brakeN, next = v + (loadN - Math.CopySign(slideN, v)) / massKg * StepS;
            bool holds = slideN >= loadN && (v == 0 || Math.Sign(next) != Math.Sign(v));
            v = holds ? 0 : next;
            x += v * StepS;
            greatest = Math.Max(greatest, Math.Abs(x));
            timeS += StepS;
            if (holds && share >= 1) break;
        }
        return (timeS + hoist.BrakeRiseTimeS, greatest);
    }
}
