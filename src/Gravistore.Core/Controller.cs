using System.Runtime.InteropServices;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Energy;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;
using Gravistore.Core.Power;
using Gravistore.Core.Protection;

namespace Gravistore.Core;

/// <summary>
/// The controller: a function from one cycle's input to its result, with a state of plain data. Built once from immutable
/// parameters; it reads no clock, performs no I/O, starts no thread and allocates nothing in steady state (a change of mode allocates a little).
/// </summary>
public sealed class Controller
{
    /// <summary>Length of one cycle [ns].</summary>
    public const long CycleNs = 10_000_000;
    private const double CycleS = 0.01;
    /// <summary>A power limit is told when it has lasted this long [cycles].</summary>
    private const int PowerLimitedCycles = 300;
    /// <summary>A jump of the set point by this share of the rated power is a power step, followed so for this long [cycles].</summary>
    private const double StepShare = 0.1;
    private const int StepCycles = 200;
    private const int LongSinceStepCycles = 1000;
    /// <summary>How the rate of the set point is followed, a cycle: within 1 s, so that noise on it is not amplified.</summary>
    private const double RateGain = 0.01;

    private readonly EventRecorder _events = new();
    private readonly ProposalRecorder _proposals = new();
    private readonly PlantModes _plantModes;
    private readonly HoistModes[] _hoistModes;
    private readonly PlantSequence _plantSequence;
    private readonly HoistSequence _hoistSequence;
    private readonly ImageWatch _images;
    private readonly PositionEstimate _position;
    private readonly SpeedPlan _speedPlan;
    private readonly RopeObserver _observer;
    private readonly PowerSharing _sharing;
    private readonly PowerLaw _law;
    private readonly Allocator _allocator;
    private readonly MeterCorrection _meter;
    private readonly HoistProtections _protections;
    private readonly Arbiter _arbiter;
    private readonly EnergyAccount _energy;

    /// <param name="plant">What the controller believes about its plant.</param>
    public Controller(PlantParameters plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        Plant = plant;
        State = new ControllerState(plant.HoistCount);
        Rope rope = new(plant.Hoist);
        _plantModes = new PlantModes(State);
        _hoistModes = new HoistModes[plant.HoistCount];
        for (int i = 0; i < plant.HoistCount; i++) _hoistModes[i] = new HoistModes(State, i);
        _plantSequence = new PlantSequence(plant, _plantModes, _hoistModes, _events);
        _hoistSequence = new HoistSequence(plant, _hoistModes, _events);
        _images = new ImageWatch(plant.Protection.StaleStopS);
        _position = new PositionEstimate(plant, rope);
        _speedPlan = new SpeedPlan(plant);
        LossModel losses = new(plant);
        _observer = new RopeObserver(plant);
        _sharing = new PowerSharing(plant, losses, _speedPlan);
        _law = new PowerLaw(plant, losses, _observer);
        _allocator = new Allocator(plant, _speedPlan, _events);
        _meter = new MeterCorrection(plant);
        _protections = new HoistProtections(plant, new RetardationEnvelope(plant.Protection), rope);
        _arbiter = new Arbiter(_events);
        _energy = new EnergyAccount(plant, rope);
    }

    public PlantParameters Plant { get; }

    /// <summary>Everything that lives from cycle to cycle.</summary>
    public ControllerState State { get; }

    /// <summary>Potential energy with every weight at its upper landing [J].</summary>
    public double CapacityJ => _energy.CapacityJ;

    /// <summary>One cycle of 10 ms. A failure inside gives a safe output in this same cycle.</summary>
    public void Step(CycleInput input, CycleResult result)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(result);
        _events.Begin(result, input.NowNs);
        _proposals.Begin(result);
        try
        {
            Watch(input);
            Judge(input);
            Move(input);
            Output(input, result);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Fail(result);
        }
        Chain(input, result);
    }

    // What is known: images, positions, energy.
    private void Watch(CycleInput input)
    {
        State.Plant.Cycle++;
        _plantModes.BeginCycle();
        ImageWatch.Update(input.Plant, ref State.Plant);
        for (int i = 0; i < State.Hoists.Length; i++)
        {
            ref HoistState h = ref State.Hoists[i];
            _hoistModes[i].BeginCycle();
            _images.Update(input.Hoists[i], ref h);
            _position.Update(input.Hoists[i], ref h, learn: PlantSequence.Watching(State.Plant.Mode));
            _observer.Update(input.Hoists[i], ref h);
        }
        _energy.Update(input.Plant, State);
        _plantSequence.Begin(input.Plant, State);
    }

    // What the protections ask for, and what is in force.
    private void Judge(CycleInput input)
    {
        ref PlantState plant = ref State.Plant;
        if (!PlantSequence.Watching(plant.Mode)) return;
        _arbiter.Judge(PlantProtections.Evaluate(input.Plant, plant, _proposals), ref plant);
        for (int i = 0; i < State.Hoists.Length; i++)
        {
            ref HoistState h = ref State.Hoists[i];
            Proposal proposal = _protections.Evaluate(input.Hoists[i], ref h, i, _proposals);
            _arbiter.Judge(proposal, input.Hoists[i], ref h, ref plant, i);
        }
        _plantSequence.Reset(input.Plant, State);
    }

    // Commands, modes, power, motion.
    private void Move(CycleInput input)
    {
        ref PlantState plant = ref State.Plant;
        _plantSequence.Take(input, State);
        _plantSequence.Progress(State);
        bool running = plant.Mode == PlantMode.Running;
        double setPointW = plant.PowerSetPointW;
        Ramp(ref plant);
        NoticeStep(ref plant, setPointW);
        if (!running) Allocator.Dismiss(State);
        else if (plant.Cycle % Allocator.PeriodCycles == 0 || plant.StepCycles == StepCycles) _allocator.Decide(State);
        for (int i = 0; i < State.Hoists.Length; i++)
        {
            ref HoistState h = ref State.Hoists[i];
            _speedPlan.SetLimits(ref h, Plant.Motion.MaxSpeedMps * (h.Verdict == Reaction.LimitSpeed ? 0.25 : 1));
            bool wantsOpen = _plantSequence.WantsOpen(i, plant, ref h);
            _hoistSequence.Update(i, input.Hoists[i], ref h, plant, wantsOpen);
        }
        _sharing.Plan(State, running);
        _law.Act(State, running);
        _meter.Update(input.Plant, ref plant, running);
        TellPowerLimit(ref plant);
    }

    private static void Ramp(ref PlantState plant)
    {
        double step = plant.PowerRateWPerS * CycleS, gap = plant.PowerTargetW - plant.PowerSetPointW;
        plant.PowerSetPointW = step == 0 || Math.Abs(gap) <= step ? plant.PowerTargetW : plant.PowerSetPointW + Math.CopySign(step, gap);
    }

    private void NoticeStep(ref PlantState plant, double beforeW)
    {
        if (plant.StepCycles > 0) plant.StepCycles--;
        double changeW = plant.PowerSetPointW - beforeW;
        bool step = Math.Abs(changeW) > StepShare * Plant.RatedPowerW;
        if (step) plant.StepCycles = StepCycles;
        plant.SinceStepCycles = step ? 0 : Math.Min(plant.SinceStepCycles + 1, LongSinceStepCycles);
        double rate = plant.StepCycles > 0 ? 0 : changeW / CycleS;
        plant.SetPointRateWPerS += RateGain * (rate - plant.SetPointRateWPerS);
    }

    private void TellPowerLimit(ref PlantState plant)
    {
        int before = plant.PowerLimitedCycles;
        plant.PowerLimitedCycles = plant.PowerLimited == 1 ? Math.Min(before + 1, PowerLimitedCycles + 1) : 0;
        if (plant.PowerLimitedCycles == PowerLimitedCycles) _events.Add(EventNumber.PowerLimited, -1, plant.ExpectedPowerW, plant.PowerSetPointW);
        if (before > PowerLimitedCycles && plant.PowerLimitedCycles == 0) _events.Add(EventNumber.PowerRestored, -1, plant.ExpectedPowerW, plant.PowerSetPointW);
    }

    // Proposals of the modes, overridden by the arbiter, checked by the invariants.
    private void Output(CycleInput input, CycleResult result)
    {
        ref PlantState plant = ref State.Plant;
        Reaction worst = plant.Verdict;
        int cause = plant.VerdictCause;
        bool broken = false;
        for (int i = 0; i < State.Hoists.Length; i++)
        {
            ref HoistState h = ref State.Hoists[i];
            ref HoistOutput output = ref result.Hoists[i];
            _hoistSequence.Propose(input.Hoists[i], h, ref output);
            output.WeightDepthM = h.WeightDepthM;
            output.ExpectedRopeForceN = h.StaticForceN;
            output.ExpectedPowerW = h.PlannedPowerW;
            output.Heartbeat = (int)plant.Cycle;
            Arbiter.Write(input.Hoists[i], ref h, plant, ref output);
            if (!Invariants.Hold(output, h, Plant))
            {
                Invariants.MakeSafe(ref output);
                broken = true;
            }
            _observer.Sent(output.SpeedReferenceMps, output.ForceFeedForwardN, ref h.Rope);
            if (h.Verdict > worst) (worst, cause) = (h.Verdict, h.VerdictCause);
        }
        if (broken) LatchInternal(ProtectionNumber.Invariant);
        Summarise(result, worst, cause, broken);
    }

    private void Summarise(CycleResult result, Reaction worst, int cause, bool broken)
    {
        ref PlantState plant = ref State.Plant;
        ref PlantOutput o = ref result.Plant;
        o.PowerSetPointW = plant.PowerSetPointW;
        o.ExpectedPowerW = plant.ExpectedPowerW;
        o.PotentialEnergyJ = plant.PotentialEnergyJ;
        o.StateOfCharge = _energy.StateOfCharge(plant);
        o.Mode = plant.Mode;
        o.Verdict = worst;
        o.VerdictCause = cause;
        o.FirstOut = plant.FirstOut;
        o.Watchdog = (int)(plant.Cycle / 5 & 1);
        o.TripRequest = broken || plant.TripRequestCycles > 0 ? 1 : 0;
        o.Counter = (int)plant.Cycle;
    }

    private void LatchInternal(int cause)
    {
        ref PlantState plant = ref State.Plant;
        if (plant.Latched >= Reaction.FullBrakeStop) return;
        plant.TripRequestCycles = Arbiter.TripRequestCycles;
        plant.Latched = plant.Verdict = Reaction.FullBrakeStop;
        plant.LatchedCause = plant.VerdictCause = cause;
        if (plant.FirstOut == 0) plant.FirstOut = cause;
        _events.Add(cause, -1);
    }

    // Every field is written: the cycle that failed tells of itself, never of an earlier one, and gives the same bits in a replay.
    private void Fail(CycleResult result)
    {
        LatchInternal(ProtectionNumber.InternalFault);
        for (int i = 0; i < result.Hoists.Length; i++)
        {
            ref HoistState h = ref State.Hoists[i];
            result.Hoists[i] = new HoistOutput { WeightDepthM = h.WeightDepthM, ExpectedRopeForceN = h.StaticForceN, Mode = h.Mode, Heartbeat = (int)State.Plant.Cycle };
            Invariants.MakeSafe(ref result.Hoists[i]);
            result.Hoists[i].VerdictCause = ProtectionNumber.InternalFault;
        }
        Summarise(result, Reaction.FullBrakeStop, ProtectionNumber.InternalFault, broken: true);
    }

    private void Chain(CycleInput input, CycleResult result)
    {
        ref PlantState plant = ref State.Plant;
        ulong hash = StateHash.Chain(plant.Hash ^ (ulong)input.NowNs, MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref input.Plant, 1)));
        hash = StateHash.Chain(hash, MemoryMarshal.AsBytes(input.Hoists.AsSpan()));
        hash = StateHash.Chain(hash, MemoryMarshal.AsBytes(input.Commands.AsSpan(0, Math.Min(input.CommandCount, CycleInput.MaxCommands))));
        hash = StateHash.Chain(hash, MemoryMarshal.AsBytes(result.Hoists.AsSpan()));
        hash = StateHash.Chain(hash, MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref result.Plant, 1)));
        hash = StateHash.Chain(hash, MemoryMarshal.AsBytes(result.Events.AsSpan(0, result.EventCount)));
        hash = StateHash.Chain(hash, State.HoistBytes);
        plant.Hash = hash;
        result.StateHash = StateHash.Chain(hash, State.PlantBytes);
        plant.Hash = result.StateHash;
    }
}
