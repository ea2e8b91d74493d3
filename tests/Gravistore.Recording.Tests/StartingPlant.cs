using Gravistore.Core.Images;

namespace Gravistore.Recording.Tests;

/// <summary>Inputs of a plant that answers, is reset after half a second and armed after a second, until its drives fall silent.</summary>
internal sealed class StartingPlant(int hoists, int lossCycle)
{
    private const int ResetFromCycle = 50, ResetToCycle = 60, ArmCycle = 100;

    public CycleInput Input { get; } = new(hoists);

    public void Next(int cycle)
    {
        Input.NowNs = cycle * 10_000_000L;
        Input.Plant.MeterQuality = Input.Plant.IoQuality = Quality.Good;
        Input.Plant.GridFrequencyHz = 50 + 0.001 * (cycle % 7);
        Input.Plant.IoLifeCounter = cycle;
        Input.Plant.Signals = PlantSignals.ChainClosed | (cycle is >= ResetFromCycle and < ResetToCycle ? PlantSignals.ResetKey : 0);
        for (int i = 0; i < hoists; i++) Fill(cycle, i, ref Input.Hoists[i]);
        Input.CommandCount = cycle == ArmCycle ? 1 : 0;
        Input.Commands[0].Kind = CommandKind.Arm;
    }

    private void Fill(int cycle, int i, ref HoistInput hoist)
    {
        hoist.DriveQuality = cycle < lossCycle ? Quality.Good : Quality.Bad;
        hoist.IoQuality = hoist.BrakeQuality = hoist.RopeForceQuality = Quality.Good;
        hoist.DriveLifeCounter = hoist.IoLifeCounter = hoist.BrakeHeartbeat = cycle;
        hoist.RopeLengthM = 200 + 10 * i + 1e-4 * (cycle % 3);
        hoist.RopeForceN = 640e3 + 13 * (cycle * 7919 % 17);
        hoist.Drive = DriveFlags.ReadyToSwitchOn | DriveFlags.Remote;
        hoist.Signals = HoistSignals.BrakeASet | HoistSignals.BrakeBSet;
        hoist.BrakeState = BrakeUnitState.Applied;
        hoist.BrakeAgeNs = cycle % 5 * 10_000_000L;
    }
}
