using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;
using Gravistore.Core.Protection;

namespace Gravistore.Core.Power;

/// <summary>
/// Sees what no sensor shows: speed of the weight, force in the rope, effective weight and what friction really is. Driven by the force
/// that the drive reports, corrected by drum speed and load cell, and led forward over the whole command delay; docs/power.md, "Observer".
/// </summary>
public sealed class RopeObserver
{
    private const double CycleS = 0.01;
    private const double RestMps = 0.003;
    private const double StuckMps = 0.004;
    /// <summary>Planned acceleration above which weight and residual rest: what timing leaves over of a force that changes fast is neither [m/s2].</summary>
    private const double HardMps2 = 0.2;
    private const double RestGain = 0.05;
    private const double IntegratorGain = 0.02;
    /// <summary>Greatest shift of the speed reference that empties the integrator [m/s].</summary>
    private const double ShiftMps = 0.03;

    private readonly RopeTables _tables;
    private readonly DrumFriction _friction;
    private readonly double _massKg;
    private readonly double _loop;
    private readonly double _integral;
    private readonly double _speedFilterS;

    public RopeObserver(PlantParameters plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        _friction = new DrumFriction(plant);
        _massKg = plant.Hoist.DrumSideMassKg;
        _loop = LoopNsPerM(plant);
        _integral = plant.Drive.SpeedIntegrationS > 0 ? _loop / plant.Drive.SpeedIntegrationS : 0;
        _speedFilterS = plant.Drive.SpeedFilterS;
        _tables = RopeTables.Of(plant);
    }

    /// <summary>Proportional part of the drive's speed loop as force at the rope per rope speed [N s/m]: 25.02 in the units of rope and drum.</summary>
    public static double LoopNsPerM(PlantParameters plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        HoistParameters hoist = plant.Hoist;
        double ratedN = hoist.MotorRatedTorqueNm * hoist.GearRatio / (0.5 * hoist.DrumDiameterM);
        double fullMps = plant.Drive.SpeedScalingRpm / 60 / hoist.GearRatio * Math.PI * hoist.DrumDiameterM;
        return plant.Drive.SpeedGain * ratedN / fullMps;
    }

    /// <summary>Takes in the measurements of one cycle and predicts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(in HoistInput input, ref HoistState h)
    {
        ref RopeEstimate e = ref h.Rope;
        bool fed = HoistModes.IsOpen(h.Mode) && h.DriveFresh == 1 && h.IoFresh == 1 && input.RopeForceQuality == Quality.Good;
        if (!fed)
        {
            e.FedCycles = 0;
            e.Moving = 0;
        }
        // The last cycles before a stop that a protection asked for may have been spoilt by what it saw: the next start is as the first one was.
        if (h.Verdict >= Reaction.ControlledStop) e.LoweringExcessN = e.RaisingExcessN = 0;
        double ropeN = _friction.HangingRopeN(h.RopeLengthM);
        int row = _tables.Row(h.RopeLengthM);
        if (h.Mode == HoistMode.HoldingOnMotor) e.Moving = 0;
        bool rest = Math.Abs(h.SpeedRefMps) < RestMps && Math.Abs(input.SpeedMps) < RestMps;
        if (e.FedCycles == 0) Begin(input, ropeN, ref e);
        else if (rest && e.Moving == 0) Rest(input, ropeN, ref e);
        else Follow(input, row, ropeN, ref h);
        if (fed) e.FedCycles = Math.Min(e.FedCycles + 1, 1_000_000);
        FollowIntegrator(input, fed, ref e);
        Predict(row, ropeN, ref h);
        e.MotorForceN = input.MotorForceN;
    }

    /// <summary>Remembers what was sent in this cycle.</summary>
    public void Sent(double speedReferenceMps, double forceN, ref RopeEstimate e)
    {
        e.Sent.Push(forceN - _loop * speedReferenceMps);
        e.References.Push(speedReferenceMps);
    }

    /// <summary>
    /// Speed reference [m/s] beside the law's torque: the plan's, moved so that the drive's integrator, which knows nothing of the law, empties itself.
    /// </summary>
    public double ReferenceMps(double planMps, in RopeEstimate e)
    {
        double shift = e.IntegratorN / _loop;
        return planMps + Math.Min(Math.Max(shift, -ShiftMps), ShiftMps);
    }

    /// <summary>Additive force [N] with which the drive gives <paramref name="forceN"/> although its own loop adds to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double AdditiveN(double forceN, double speedReferenceMps, in RopeEstimate e) =>
        forceN - _loop * (e.NextSpeedMps - speedReferenceMps) - e.NextIntegratorN;

    private static void Begin(in HoistInput input, double ropeN, ref RopeEstimate e)
    {
        e.SpeedMps = e.WeightSpeedMps = 0;
        e.CellForceN = e.RopeForceN = e.WeightForceN = input.RopeForceN - ropeN;
        e.SpeedRatio = 1;
    }

    // At rest friction takes what it gets: only the load cell tells anything, and that slowly.
    private static void Rest(in HoistInput input, double ropeN, ref RopeEstimate e)
    {
        e.SpeedMps = e.WeightSpeedMps = 0;
        e.CellForceN += RestGain * (input.RopeForceN - ropeN - e.CellForceN);
        e.RopeForceN = e.WeightForceN = e.CellForceN;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Follow(in HoistInput input, int row, double ropeN, ref HoistState h)
    {
        ref RopeEstimate e = ref h.Rope;
        Turn(ref h);
        e.Moving = 1;
        ref readonly ObserverModel m = ref _tables.Observer[row];
        double friction = _friction.ForceN(e.RopeForceN + ropeN, input.MotorForceN, e.SpeedMps);
        double drumN = ropeN - friction - 0.5 * (input.MotorForceN + e.MotorForceN);
        double g = e.WeightForceN, r = e.ResidualN;
        // Rope that is paid out stretches under the force in it: some 10 N a cycle.
        double paidOutN = CycleS * e.RopeForceN * e.SpeedMps / Math.Max(h.RopeLengthM, 1);
        Vector256<double> x = m.BySpeed * e.SpeedMps + m.ByRopeForce * e.RopeForceN + m.ByWeightSpeed * e.WeightSpeedMps + m.ByCell * e.CellForceN
            + m.ByWeightForce * g + m.ByResidual * r + m.ByDrumForce * drumN - Vector256.Create(0, paidOutN, 0, 0);
        double acceleration = (x[1] + r + ropeN - friction - input.MotorForceN) / _massKg;
        double e0 = input.SpeedMps - (x[0] - _speedFilterS * acceleration);
        double e1 = input.RopeForceN - ropeN - (x[3] + m.SpeedGain[3] * e0);
        x = x + m.SpeedGain * e0 + m.CellGain * e1;
        (e.SpeedMps, e.RopeForceN, e.WeightSpeedMps, e.CellForceN) = (x[0], x[1], x[2], x[3]);
        // A drum that friction holds tells nothing of forces: friction takes what it gets.
        if (Math.Abs(input.SpeedMps) < StuckMps || Math.Abs(h.AccelerationRefMps2) > HardMps2) return;
        e.WeightForceN = g + m.WeightForceSpeedGain * e0 + m.WeightForceCellGain * e1;
        e.ResidualN = r + m.ResidualSpeedGain * e0 + m.ResidualCellGain * e1;
        (e.Direction > 0 ? ref e.LoweringExcessN : ref e.RaisingExcessN) = e.WeightForceN + e.ResidualN - h.MovingMassKg * Rope.GravityMps2;
    }

    // What motion has taught is the force that holds the weight in this direction, friction included. Weight and residual apart follow the load cell,
    // which has play and reads up to 2 % less in steady lowering than at rest.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(ref HoistState h)
    {
        ref RopeEstimate e = ref h.Rope;
        int direction = h.SpeedRefMps > 0 ? 1 : -1;
        if (e.Moving == 1 && (direction == e.Direction || h.SpeedRefMps == 0)) return;
        e.Direction = direction;
        double excessN = direction > 0 ? e.LoweringExcessN : e.RaisingExcessN;
        e.ResidualN = excessN != 0 ? h.MovingMassKg * Rope.GravityMps2 + excessN - e.WeightForceN : 0;
    }

    // The drive integrates the deviation from its reference; what differs from that is learned slowly from the force it reports.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FollowIntegrator(in HoistInput input, bool fed, ref RopeEstimate e)
    {
        if (!fed)
        {
            e.IntegratorN = 0;
            return;
        }
        double expected = e.Sent[_tables.InForce] + _loop * input.SpeedMps + e.IntegratorN;
        e.IntegratorN += _integral * CycleS * (input.SpeedMps - e.References[_tables.InForce]) + IntegratorGain * (input.MotorForceN - expected);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Predict(int row, double ropeN, ref HoistState h)
    {
        ref RopeEstimate e = ref h.Rope;
        ref readonly PredictionModel m = ref _tables.Prediction[row];
        double direction = Math.Abs(h.SpeedRefMps) > Math.Abs(e.SpeedMps) ? h.SpeedRefMps : e.SpeedMps;
        double friction = _friction.ForceN(e.RopeForceN + ropeN, e.RopeForceN + ropeN, direction);
        e.DrumForceN = ropeN - friction + e.ResidualN;
        double steadyN = e.WeightForceN + ropeN;
        e.SteadyForceN = steadyN - _friction.ForceN(steadyN, steadyN, direction) + e.ResidualN;
        e.NextIntegratorN = e.IntegratorN + _integral * _tables.AheadS * (e.SpeedMps - e.References[_tables.InForce]);
        double constant = e.DrumForceN - 0.5 * (e.IntegratorN + e.NextIntegratorN);
        Vector256<double> x = m.BySpeed * e.SpeedMps + m.ByRopeForce * e.RopeForceN + m.ByWeightSpeed * e.WeightSpeedMps + m.ByWeightForce * e.WeightForceN + m.ByDrumForce * constant;
        ReadOnlySpan<Vector256<double>> byCommand = m.ByCommand;
        ReadOnlySpan<double> sent = e.Sent;
        for (int j = 0; j < _tables.Segments; j++) x -= byCommand[j] * sent[j];
        bool moving = e.Moving == 1;
        e.NextSpeedMps = moving ? x[0] : 0;
        e.NextRopeForceN = moving ? x[1] : e.RopeForceN;
        e.NextWeightSpeedMps = moving ? x[2] : 0;
    }
}
