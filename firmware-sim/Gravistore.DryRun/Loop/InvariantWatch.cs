using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;
using Gravistore.DryRun.Results;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Loop;

/// <summary>
/// Checks in every cycle, on the true state of the plant, what must hold whatever happens: the judge stands outside the controller and outside the plant.
/// </summary>
internal sealed class InvariantWatch
{
    /// <summary>Largest residual of the energy audit, share of the throughput, and the throughput from which on it counts [J].</summary>
    public const double LargestResidual = 1e-5, AuditFromJ = 1e6;
    /// <summary>A hoist that must stand may not move faster than this [m/s] for longer than that [s].</summary>
    public const double StandstillMps = 0.02, StandstillS = 1;
    /// <summary>A channel below this share of its force is open.</summary>
    private const double OpenShare = 0.95;
    /// <summary>Share of the proving torque, or of the load if that is less, that must be there when a brake opens.</summary>
    private const double ProofShare = 0.5;
    /// <summary>Reaction of the chain beyond the brakes' own times [s].</summary>
    private const double ChainS = 0.5;
    /// <summary>Retardation that a stop reaches at least [m/s2].</summary>
    private const double LeastRetardationMps2 = 0.5;
    private const double NsPerS = 1e9;
    /// <summary>The audit's residual adds up, so that nothing is missed by looking at it every so many cycles.</summary>
    private const int AuditCycles = 100;

    private readonly PlantParameters _plant;
    private readonly ViolationLog _log;
    private readonly HoistWatch[] _hoists;
    private readonly double _provingForceN, _brakeS, _stopS, _fastestMps;
    private readonly long _oldestNs;
    private double _trippedS;
    private int _untilAudit = AuditCycles;

    private struct HoistWatch
    {
        public bool Open;
        public double OpenIdleS, MovingS;
    }

    public InvariantWatch(PlantParameters plant, ViolationLog log)
    {
        _plant = plant;
        _log = log;
        _hoists = new HoistWatch[plant.HoistCount];
        double ratedForceN = plant.Hoist.MotorRatedTorqueNm * plant.Hoist.GearRatio / (0.5 * plant.Hoist.DrumDiameterM);
        _provingForceN = plant.Drive.ProveTorquePercent / 100 * ratedForceN;
        _brakeS = plant.Hoist.BrakeDeadTimeS + plant.Hoist.BrakeRiseTimeS + ChainS;
        _fastestMps = plant.Motion.MaxSpeedMps * plant.Protection.OverspeedTrip;
        _stopS = _brakeS + _fastestMps / LeastRetardationMps2;
        _oldestNs = (long)(plant.Protection.StaleStopS * NsPerS);
    }

    /// <summary>One cycle has passed.</summary>
    /// <param name="timeS">Time at its end [s].</param>
    /// <param name="cycleS">Its length [s].</param>
    /// <param name="sim">The true plant.</param>
    /// <param name="input">What the controller saw.</param>
    /// <param name="result">What it did.</param>
    public void Check(double timeS, double cycleS, SimPlant sim, CycleInput input, CycleResult result)
    {
        NoteMode(result.Plant.Mode, cycleS);
        for (int i = 0; i < _hoists.Length; i++) CheckHoist(timeS, cycleS, i, sim.Truth(i), input.Hoists[i], result.Hoists[i]);
        if (--_untilAudit > 0) return;
        _untilAudit = AuditCycles;
        CheckAudit(timeS, sim.Audit.ThroughputJ, sim.Audit.Residual);
    }

    /// <summary>The plant is in this mode for one more cycle.</summary>
    internal void NoteMode(PlantMode mode, double cycleS) => _trippedS = mode is PlantMode.Tripped or PlantMode.Lockout ? _trippedS + cycleS : 0;

    /// <summary>Everything that must hold of one hoist.</summary>
    internal void CheckHoist(double timeS, double cycleS, int i, in HoistTruth truth, in HoistInput input, in HoistOutput output)
    {
        Brake(timeS, cycleS, i, truth, output);
        Standstill(timeS, cycleS, i, truth);
        Rope(timeS, i, truth);
        Envelope(timeS, i, truth);
        Age(timeS, i, input);
    }

    /// <summary>The energy balance must close once enough has flowed.</summary>
    internal void CheckAudit(double timeS, double throughputJ, double residual)
    {
        if (throughputJ > AuditFromJ && residual > LargestResidual)
            _log.Add("audit-residual", timeS, -1, residual, LargestResidual, "");
    }

    private void Brake(double timeS, double cycleS, int i, in HoistTruth truth, in HoistOutput output)
    {
        ref HoistWatch watch = ref _hoists[i];
        bool open = truth.AppliedA < OpenShare && truth.AppliedB < OpenShare;
        double neededN = ProofShare * Math.Min(_provingForceN, truth.DrumForceN);
        if (open && !watch.Open && truth.MotorForceN < neededN)
            _log.Add("brake-open-without-proof", timeS, i, truth.MotorForceN, neededN, "N");
        watch.Open = open;
        watch.OpenIdleS = open && output.DriveCommand != DriveCommand.Run ? watch.OpenIdleS + cycleS : 0;
        if (watch.OpenIdleS > _stopS) _log.Add("brake-open-without-drive", timeS, i, watch.OpenIdleS, _stopS, "s");
    }

    private void Standstill(double timeS, double cycleS, int i, in HoistTruth truth)
    {
        ref HoistWatch watch = ref _hoists[i];
        bool moving = _trippedS > _stopS && Math.Abs(truth.SpeedMps) > StandstillMps;
        watch.MovingS = moving ? watch.MovingS + cycleS : 0;
        if (watch.MovingS > StandstillS) _log.Add("motion-when-tripped", timeS, i, truth.SpeedMps, StandstillMps, "m/s");
    }

    private void Rope(double timeS, int i, in HoistTruth truth)
    {
        if (truth.RopeForceN <= 0 && !truth.OnLanding) _log.Add("slack-rope", timeS, i, truth.RopeForceN, 0, "N");
        if (truth.DrumForceN >= _plant.Hoist.RopeBreakingForceN) _log.Add("rope-overload", timeS, i, truth.DrumForceN, _plant.Hoist.RopeBreakingForceN, "N");
    }

    private void Envelope(double timeS, int i, in HoistTruth truth)
    {
        double leftM = truth.SpeedMps > 0 ? _plant.Shaft.LowerLandingDepthM - truth.WeightDepthM : truth.WeightDepthM - _plant.Shaft.UpperLandingDepthM;
        double allowedMps = Math.Min(_fastestMps, EnvelopeMps(Math.Max(0, leftM + _plant.Shaft.OvertravelM)));
        if (Math.Abs(truth.SpeedMps) > allowedMps) _log.Add("speed-envelope", timeS, i, truth.SpeedMps, allowedMps, "m/s");
    }

    // Speed from which the brakes still stop the weight before the ultimate limit, although torque is lost during their reaction (docs/physics.md, retardation envelope).
    private double EnvelopeMps(double leftM)
    {
        double brakeMps2 = _plant.Protection.EnvelopeRetardationMps2, freeMps2 = _plant.Protection.EnvelopeFreeAccelerationMps2, reactionS = _plant.Protection.EnvelopeReactionS;
        double sum = brakeMps2 + freeMps2;
        return Math.Max(_plant.Motion.CreepSpeedMps, Math.Sqrt(brakeMps2 * sum * reactionS * reactionS + 2 * brakeMps2 * leftM) - sum * reactionS);
    }

    private void Age(double timeS, int i, in HoistInput input)
    {
        if (timeS <= StartSequence.TimeoutS && input.DriveQuality == Quality.Never) return;
        if (input.DriveAgeNs > _oldestNs) _log.Add("input-age", timeS, i, input.DriveAgeNs / NsPerS, _oldestNs / NsPerS, "s");
    }
}
