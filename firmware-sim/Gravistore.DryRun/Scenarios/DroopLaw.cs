namespace Gravistore.DryRun.Scenarios;

/// <summary>Proportional frequency control: power against the deviation of the grid frequency.</summary>
public sealed record DroopLaw
{
    /// <summary>Frequency at which the law asks for no power [Hz].</summary>
    public required double NominalHz { get; init; }
    /// <summary>Deviation at which the whole capacity is asked for [Hz].</summary>
    public required double FullActivationHz { get; init; }
    /// <summary>Power at full activation [kW].</summary>
    public required double CapacityKW { get; init; }
    /// <summary>Deviations up to this ask for nothing; the law then rises to full activation [Hz].</summary>
    public required double DeadBandHz { get; init; }
    /// <summary>Deviations beyond full activation ask for the capacity and no more.</summary>
    public required bool Saturate { get; init; }

    /// <summary>Net power that the law asks for at a frequency [kW], export positive: a low frequency asks for export.</summary>
    public double PowerKW(double frequencyHz)
    {
        double deviationHz = NominalHz - frequencyHz;
        double beyondHz = Math.Abs(deviationHz) - DeadBandHz;
        if (beyondHz <= 0) return 0;
        double share = beyondHz / (FullActivationHz - DeadBandHz);
        if (Saturate && share > 1) share = 1;
        return deviationHz > 0 ? CapacityKW * share : -CapacityKW * share;
    }
}
