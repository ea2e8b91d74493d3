using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>The physics of all hoists and of what they share, without any firmware.</summary>
internal sealed class PlantPhysics
{
    private readonly GridSide _grid;

    /// <summary>Hoists at rest with brakes set and their weights at given depths [m], one for each hoist.</summary>
    /// <exception cref="ArgumentException">The number of depths is not the number of hoists.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight would hang above the drum or stand on its buffer.</exception>
    public PlantPhysics(PlantTruth truth, ulong seed, ReadOnlySpan<double> weightDepthsM)
    {
        if (weightDepthsM.Length != truth.HoistCount)
            throw new ArgumentException($"{weightDepthsM.Length} depths for {truth.HoistCount} hoists", nameof(weightDepthsM));
        double deepestM = truth.Shaft.LowerLandingDepthM + truth.Shaft.ContactBelowM;
        Hoists = new HoistPlant[truth.HoistCount];
        for (int i = 0; i < Hoists.Length; i++)
        {
            if (!(weightDepthsM[i] > 0.0 && weightDepthsM[i] <= deepestM))
                throw new ArgumentOutOfRangeException(nameof(weightDepthsM), weightDepthsM[i], $"a weight hangs between 0 and {deepestM} m");
            Hoists[i] = new HoistPlant(truth, new Xoshiro256(StateHash.Mix(seed, (ulong)i)), weightDepthsM[i]);
        }

        _grid = new GridSide(truth.Losses, truth.HoistCount);
        Audit = new EnergyAudit(Hoists, _grid);
    }

    public HoistPlant[] Hoists { get; }

    public EnergyAudit Audit { get; }

    /// <summary>Net power at the grid meter, mean of the last step, export positive [W].</summary>
    public double GridPowerW => _grid.PowerW;

    /// <summary>One step of every hoist and of the grid side.</summary>
    public void Step(ReadOnlySpan<DriveActuation> drives, ReadOnlySpan<BrakeUnitActuation> brakes)
    {
        double frontEndsW = 0.0;
        for (int i = 0; i < Hoists.Length; i++) frontEndsW += Hoists[i].Step(drives[i], brakes[i]);
        _grid.Step(frontEndsW);
    }
}
