using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Report;

/// <summary>What a plant does with energy while a cycle passes.</summary>
internal enum EnergyPhase
{
    /// <summary>Takes power, and the weights gain.</summary>
    Charging,
    /// <summary>Gives power.</summary>
    Discharging,
    /// <summary>Takes power, and the weights gain nothing: holding, standby, the last metres to a landing.</summary>
    Standing,
}

/// <summary>The plant's energy audit of a run, divided by what the plant did meanwhile. Grid energies are those of the result's energy figures.</summary>
internal sealed class EnergyBooks
{
    private const int Phases = 3;
    private readonly double[] _last = new double[EnergyAudit.AccountCount];
    private readonly double[,] _sums = new double[Phases, EnergyAudit.AccountCount];
    private readonly double[] _gainJ = new double[Phases], _gridJ = new double[Phases];
    private double _potentialJ = double.NaN;

    /// <summary>One cycle has passed.</summary>
    /// <param name="powerW">Mean true net power at the grid over it, export positive [W].</param>
    /// <param name="lengthS">Its length [s].</param>
    /// <param name="sim">The plant at its end.</param>
    public void Cycle(double powerW, double lengthS, SimPlant sim)
    {
        double potentialJ = sim.PotentialEnergyJ;
        double gainJ = double.IsNaN(_potentialJ) ? 0 : potentialJ - _potentialJ;
        _potentialJ = potentialJ;
        int phase = (int)(powerW > 0 ? EnergyPhase.Discharging : gainJ > 0 ? EnergyPhase.Charging : EnergyPhase.Standing);
        _gainJ[phase] += gainJ;
        _gridJ[phase] += powerW * lengthS;
        for (int i = 0; i < _last.Length; i++)
        {
            double joules = sim.Audit.Joules((AuditAccount)i);
            _sums[phase, i] += joules - _last[i];
            _last[i] = joules;
        }
    }

    /// <summary>Energy given to the grid in a phase, negative where it was taken [J].</summary>
    public double GridJ(EnergyPhase phase) => _gridJ[(int)phase];

    /// <summary>Potential energy gained by weights and ropes in a phase [J].</summary>
    public double GainJ(EnergyPhase phase) => _gainJ[(int)phase];

    /// <summary>Sum of an account in a phase [J].</summary>
    public double Joules(EnergyPhase phase, AuditAccount account) => _sums[(int)phase, (int)account];
}
