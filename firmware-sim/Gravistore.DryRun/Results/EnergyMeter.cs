namespace Gravistore.DryRun.Results;

/// <summary>Sums energies over a run, cycle by cycle, from the true values.</summary>
internal sealed class EnergyMeter
{
    private const double JoulePerKWh = 3.6e6;
    /// <summary>Start and end of a round trip must agree within this [% of full charge].</summary>
    public const double RoundTripAgreementPercent = 0.1;

    private double _chargedJ, _dischargedJ, _upJ, _downJ;
    private double _potentialJ = double.NaN;

    /// <summary>One cycle has passed.</summary>
    /// <param name="powerW">Mean net power at the grid, export positive [W].</param>
    /// <param name="potentialJ">Potential energy of weights and ropes at its end [J].</param>
    /// <param name="durationS">Its length [s].</param>
    public void Add(double powerW, double potentialJ, double durationS)
    {
        if (powerW > 0) _dischargedJ += powerW * durationS;
        else _chargedJ -= powerW * durationS;
        double gainJ = double.IsNaN(_potentialJ) ? 0 : potentialJ - _potentialJ;
        if (gainJ > 0) _upJ += gainJ;
        else _downJ -= gainJ;
        _potentialJ = potentialJ;
    }

    /// <summary>The figures of the run.</summary>
    /// <param name="startPercent">True state of charge at the start [%].</param>
    /// <param name="endPercent">True state of charge at the end [%].</param>
    /// <param name="balanceResidual">Largest residual of the audit, share of the throughput.</param>
    public EnergyFigures Figures(double startPercent, double endPercent, double balanceResidual)
    {
        bool closed = Math.Abs(endPercent - startPercent) <= RoundTripAgreementPercent && _chargedJ > 0 && _upJ > 0;
        return new EnergyFigures(_chargedJ / JoulePerKWh, _dischargedJ / JoulePerKWh, _upJ / JoulePerKWh, _downJ / JoulePerKWh,
            closed ? _dischargedJ / _chargedJ : null, balanceResidual);
    }
}
