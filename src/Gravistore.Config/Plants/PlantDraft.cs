using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Plants;

/// <summary>A plant file whose values are each allowed, before it is known whether they fit together: values and the places they came from.</summary>
internal sealed class PlantDraft(Section root)
{
    public Section Root { get; } = root;
    public ShaftParameters Shaft { get; } = ShaftSection.Read(root.Sub(ShaftSection.Key));
    public HoistParameters Hoist { get; } = HoistSections.Read(root);
    public LossParameters Losses { get; } = LossesSection.Read(root.Sub(LossesSection.Key));
    public MotionParameters Motion { get; } = MotionSection.Read(root.Sub(MotionSection.Key));
    public DispatchParameters Dispatch { get; } = DispatchSection.Read(root.Sub(DispatchSection.Key));
    public ProtectionParameters Protection { get; } = ProtectionSection.Read(root.Sub(ProtectionSection.Key));
    public DriveParameters Drive { get; } = DriveSection.Read(root.Sub(DriveSection.Key));
    public int HoistCount { get; } = root.Sub(HoistSections.Hoists).Integer(HoistSections.Count);
    public double HoistRatedPowerW { get; } = root.Sub(HoistSections.Hoists).Number(HoistSections.RatedPowerKW) * 1e3;
    public double LoadCellSpanN { get; } = root.Sub(DevicesSection.Sensors).Number(DevicesSection.LoadCellFullScaleKN) * 1e3;

    /// <summary>Rope length at the ultimate lower limit, taken as the weight depth there (the stretch only shortens it) [m].</summary>
    public double GreatestLengthM => Shaft.LowerLandingDepthM + Shaft.OvertravelM;
    /// <summary>Greatest static force at the drum, weight and all rope, at the ultimate lower limit [N].</summary>
    public double GreatestStaticForceN => StaticForceN(GreatestLengthM);

    /// <summary>Static force at the drum with this much rope paid out [N].</summary>
    public double StaticForceN(double lengthM) => (Hoist.WeightMassKg + Hoist.RopeMassPerMetreKg * lengthM) * Physics.GravityMps2;

    public PlantParameters ToParameters(DeviceProfiles devices) => new()
    {
        Name = Root.Text(PlantSpec.Name),
        HoistCount = HoistCount,
        HoistRatedPowerW = HoistRatedPowerW,
        Shaft = Shaft,
        Hoist = Hoist,
        Losses = Losses,
        Motion = Motion,
        Dispatch = Dispatch,
        Protection = Protection,
        Drive = Drive,
        Devices = devices,
    };
}
