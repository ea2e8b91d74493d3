using Gravistore.Config.Plants;
using Gravistore.Core.Parameters;
using static Gravistore.Config.Checks.PlantChecks;

namespace Gravistore.Config.Checks;

/// <summary>Words, counters and signals can represent what they must carry.</summary>
internal static class ScalingCheck
{
    public static void Run(PlantDraft plant)
    {
        CheckTorque(plant);
        CheckSpeed(plant);
        CheckEncoder(plant);
        CheckLoadCell(plant);
    }

    private static void CheckTorque(PlantDraft plant)
    {
        DriveParameters drive = plant.Drive;
        if (drive.TorqueScalingPercent >= drive.MaxTorquePercent) return;
        plant.Root.Sub(DriveSection.Key).Error(DriveSection.TorqueScalingPercent, ConfigErrors.TorqueScaling,
            $"full-scale torque is {Show(drive.TorqueScalingPercent)} %, the greatest torque is {Show(drive.MaxTorquePercent)} %", $"at least {Show(drive.MaxTorquePercent)} %");
    }

    private static void CheckSpeed(PlantDraft plant)
    {
        double tripMps = plant.Motion.MaxSpeedMps * plant.Protection.OverspeedTrip;
        double tripRpm = tripMps / (Math.PI * plant.Hoist.DrumDiameterM) * plant.Hoist.GearRatio * 60;
        if (plant.Drive.SpeedScalingRpm >= tripRpm) return;
        plant.Root.Sub(DriveSection.Key).Error(DriveSection.SpeedScalingRpm, ConfigErrors.SpeedScaling,
            $"full-scale speed is {Show(plant.Drive.SpeedScalingRpm)} rpm, the overspeed trip at {Show(tripMps)} m/s of rope is {Show(tripRpm)} rpm", $"at least {AtLeast(tripRpm)} rpm");
    }

    private static void CheckEncoder(PlantDraft plant)
    {
        HoistParameters hoist = plant.Hoist;
        double turns = plant.Shaft.DepthM / (Math.PI * hoist.DrumDiameterM);
        double greatest = hoist.DrumEncoderZeroCount + turns * hoist.DrumEncoderCountsPerTurn;
        if (greatest <= int.MaxValue) return;
        plant.Root.Sub(HoistSections.Drum).Error(HoistSections.EncoderZeroCount, ConfigErrors.EncoderRange,
            $"{Show(turns)} drum turns down to the shaft's bottom end at count {Show(greatest)}", $"counts up to {int.MaxValue}, so a zero count of at most {AtMost(Math.Max(0, int.MaxValue - turns * hoist.DrumEncoderCountsPerTurn))}");
    }

    private static void CheckLoadCell(PlantDraft plant)
    {
        double limitN = RopeCheck.OverloadLimitN(plant);
        if (plant.LoadCellSpanN >= limitN) return;
        plant.Root.Sub(DevicesSection.Sensors).Error(DevicesSection.LoadCellFullScaleKN, ConfigErrors.LoadCellRange,
            $"the load cell shows up to {Kilonewton(plant.LoadCellSpanN)}, the overload protection trips at {Kilonewton(limitN)}", $"at least {AtLeast(limitN / 1e3)} kN");
    }
}
