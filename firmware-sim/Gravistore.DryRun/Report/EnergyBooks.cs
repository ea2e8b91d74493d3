using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Report;

/// <summary>What a plant does with energy while a cycle passes.</summary>
internal enum EnergyPhase
{
    /// <summary>Takes power, and the weights gain at least a tenth of it.</summary>
    Charging,
    /// <summary>Gives power.</summary>
    Discharging,
    /// <summary>Takes power, and the weights gain nothing or less: holding, standby, the last metres to a landing.</summary>
    Standing,
}

/// <summary>The plant's energy audit of a run, divided by what the plant did meanwhile. Grid energies are those of the result's energy figures.</summary>
internal sealed class EnergyBooks
{
    private const int Phases = 3;
    /// <summary>Share of the power taken that the weights must gain for a cycle to count as charging: a swinging rope is no charging.</summary>
    private const double LeastGain = 0.1;

    private readonly double[] _settled = new double[EnergyAudit.AccountCount];
    private readonly double[,] _sums = new double[Phases, EnergyAudit.AccountCount];
    private readonly double[] _gainJ = new double[Phases], _gridJ = new double[Phases];
    private double _potentialJ = double.NaN;
    private EnergyPhase _phase = EnergyPhase.Standing;

    /// <summary>One cycle has passed. Grid and weights are booked cycle by cycle; losses when the phase changes, the cycle of the change with the phase it ends.</summary>
    /// <param name="powerW">Mean true net power at the grid over it, export positive [W].</param>
    /// <param name="lengthS">Its length [s].</param>
    /// <param name="sim">The plant at its end.</param>
    public void Cycle(double powerW, double lengthS, SimPlant sim)
    {
        double potentialJ = sim.PotentialEnergyJ;
        double gainJ = double.IsNaN(_potentialJ) ? 0 : potentialJ - _potentialJ;
        _potentialJ = potentialJ;
        EnergyPhase phase = powerW > 0 ? EnergyPhase.Discharging : gainJ > -LeastGain * powerW * lengthS ? EnergyPhase.Charging : EnergyPhase.Standing;
        _gainJ[(int)phase] += gainJ;
        _gridJ[(int)phase] += powerW * lengthS;
        if (phase == _phase) return;
        Settle(sim.Audit);
        _phase = phase;
    }

    /// <summary>Books the losses since the last change of phase; at the end of a run.</summary>
    public void Settle(EnergyAudit audit)
    {
        for (int i = 0; i < _settled.Length; i++)
        {
            double joules = audit.Joules((AuditAccount)i);
            _sums[(int)_phase, i] += joules - _settled[i];
            _settled[i] = joules;
        }
    }

    /// <summary>Energy given to the grid in a phase, negative where it was taken [J].</summary>
    public double GridJ(EnergyPhase phase) => _gridJ[(int)phase];

    /// <summary>Potential energy gained by weights and ropes in a phase [J].</summary>
    public double GainJ(EnergyPhase phase) => _gainJ[(int)phase];

    /// <summary>Sum of an account in a phase [J].</summary>
    public double Joules(EnergyPhase phase, AuditAccount account) => _sums[(int)phase, (int)account];
}
