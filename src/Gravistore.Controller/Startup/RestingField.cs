using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Startup;

/// <summary>Devices in memory that answer and rest, to measure the loop without a field. Nothing can be moved with it.</summary>
internal sealed class RestingField(PlantParameters plant) : IPlantField
{
    private readonly double _lengthM = 0.5 * (plant.Shaft.UpperLandingDepthM + plant.Shaft.LowerLandingDepthM);
    private readonly double _forceN = 9.81 * plant.Hoist.WeightMassKg;

    public void Start(CancellationToken cancellation)
    {
    }

    public void Take(CycleInput input, long nowNs)
    {
        input.Plant.IoLifeCounter++;
        input.Plant.IoQuality = input.Plant.MeterQuality = Quality.Good;
        input.Plant.Signals = PlantSignals.ChainClosed;
        for (int i = 0; i < input.Hoists.Length; i++) Fill(ref input.Hoists[i]);
    }

    public void Send(CycleInput input, CycleResult result, long nowNs)
    {
    }

    public IReadOnlyList<LinkPart> Links() => [];

    public void RestartStatistics()
    {
    }

    public void Dispose()
    {
    }

    private void Fill(ref HoistInput hoist)
    {
        hoist.DriveLifeCounter++;
        hoist.IoLifeCounter++;
        hoist.BrakeHeartbeat++;
        hoist.DriveQuality = hoist.IoQuality = hoist.BrakeQuality = hoist.RopeForceQuality = Quality.Good;
        hoist.RopeLengthM = _lengthM;
        hoist.RopeForceN = _forceN;
        hoist.Drive = DriveFlags.Remote | DriveFlags.ReadyToSwitchOn;
        hoist.Signals = HoistSignals.BrakeASet | HoistSignals.BrakeBSet;
        hoist.BrakeState = BrakeUnitState.Ready;
    }
}
