using Gravistore.Core.Images;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Energy;

/// <summary>Potential energy of weights and ropes above the lower landings, state of charge, and energy at the meter.</summary>
public sealed class EnergyAccount
{
    private const double CycleS = 0.01;

    private readonly Rope _rope;
    private readonly double _lowerJ;
    private readonly double _perHoistJ;

    public EnergyAccount(PlantParameters plant, Rope rope)
    {
        ArgumentNullException.ThrowIfNull(plant);
        ArgumentNullException.ThrowIfNull(rope);
        _rope = rope;
        ShaftParameters shaft = plant.Shaft;
        _lowerJ = rope.PotentialEnergyJ(shaft.LowerLandingDepthM, rope.LengthAtDepthM(shaft.LowerLandingDepthM));
        _perHoistJ = rope.PotentialEnergyJ(shaft.UpperLandingDepthM, rope.LengthAtDepthM(shaft.UpperLandingDepthM)) - _lowerJ;
        CapacityJ = _perHoistJ * plant.HoistCount;
    }

    /// <summary>Potential energy with every weight at its upper landing [J].</summary>
    public double CapacityJ { get; }

    /// <summary>One cycle.</summary>
    public void Update(in PlantInput input, ControllerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        double energy = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
            energy += _rope.PotentialEnergyJ(state.Hoists[i].WeightDepthM, state.Hoists[i].RopeLengthM) - _lowerJ;
        state.Plant.PotentialEnergyJ = energy;
        if (state.Plant.MeterFresh == 0) return;
        if (input.GridPowerW > 0) state.Plant.ExportedJ += input.GridPowerW * CycleS;
        else state.Plant.ImportedJ -= input.GridPowerW * CycleS;
    }

    /// <summary>State of charge: share of <see cref="CapacityJ"/> that is stored.</summary>
    public double StateOfCharge(in PlantState plant) => plant.PotentialEnergyJ / CapacityJ;
}
