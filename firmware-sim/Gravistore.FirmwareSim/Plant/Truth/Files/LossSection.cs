using Gravistore.Json;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>Section "losses" of a sim file.</summary>
internal static class LossSection
{
    private static readonly NumberKey BaseForceKN = new("baseForceKN", "Rope force at which the motor's torque is 1 per unit", "kN", 1.0, 1e6);
    private static readonly NumberKey BaseSpeedMps = new("baseSpeedMps", "Rope speed at which the motor's speed is 1 per unit", "m/s", 0.01, 100.0);
    private static readonly NumberKey RopeSheave = Share("ropeSheave", "Rope bending and sheaves, share of the rope force");
    private static readonly NumberKey Guide = Share("guide", "Guides, share of the weight force");
    private static readonly NumberKey GearLoadLowering = Share("gearLoadLowering", "Gear, share of the force while power flows from the drum to the motor");
    private static readonly NumberKey GearLoadRaising = Share("gearLoadRaising", "Gear, share of the force while power flows from the motor to the drum");
    private static readonly NumberKey GearSpeed = Share("gearSpeed", "Gear, proportional to speed alone");
    private static readonly NumberKey MotorCopper = Share("motorCopper", "Motor copper, times torque squared");
    private static readonly NumberKey MotorIron = Share("motorIron", "Motor iron, times speed to the power 1.5");
    private static readonly NumberKey MotorWindage = Share("motorWindage", "Motor windage, times speed squared");
    private static readonly NumberKey MotorStray = Share("motorStray", "Motor stray, times torque squared and speed squared");
    private static readonly NumberKey InverterFixed = Share("inverterFixed", "Inverter while modulating");
    private static readonly NumberKey InverterLinear = Share("inverterLinear", "Inverter, times current");
    private static readonly NumberKey InverterSquare = Share("inverterSquare", "Inverter, times current squared");
    private static readonly NumberKey FrontEndFixed = Share("frontEndFixed", "Front end while its hoist modulates");
    private static readonly NumberKey FrontEndLinear = Share("frontEndLinear", "Front end, times power");
    private static readonly NumberKey FrontEndSquare = Share("frontEndSquare", "Front end, times power squared");
    private static readonly NumberKey TransformerFixed = Share("transformerFixed", "Transformer, per unit of the whole plant");
    private static readonly NumberKey TransformerSquare = Share("transformerSquare", "Transformer, times plant power squared");
    private static readonly NumberKey Auxiliary = Share("auxiliary", "Auxiliaries, per unit of the whole plant");

    public static readonly SectionKey Key = new("losses", new SectionSpec("losses", "Losses of one hoist, per unit of base force times base speed",
        BaseForceKN, BaseSpeedMps, RopeSheave, Guide, GearLoadLowering, GearLoadRaising, GearSpeed, MotorCopper, MotorIron, MotorWindage, MotorStray,
        InverterFixed, InverterLinear, InverterSquare, FrontEndFixed, FrontEndLinear, FrontEndSquare, TransformerFixed, TransformerSquare, Auxiliary)
    { RequireSources = true });

    public static LossFactors Read(Section section) => new()
    {
        BaseForceN = 1e3 * section.Number(BaseForceKN),
        BaseSpeedMps = section.Number(BaseSpeedMps),
        RopeSheave = section.Number(RopeSheave),
        Guide = section.Number(Guide),
        GearLoadLowering = section.Number(GearLoadLowering),
        GearLoadRaising = section.Number(GearLoadRaising),
        GearSpeed = section.Number(GearSpeed),
        MotorCopper = section.Number(MotorCopper),
        MotorIron = section.Number(MotorIron),
        MotorWindage = section.Number(MotorWindage),
        MotorStray = section.Number(MotorStray),
        InverterFixed = section.Number(InverterFixed),
        InverterLinear = section.Number(InverterLinear),
        InverterSquare = section.Number(InverterSquare),
        FrontEndFixed = section.Number(FrontEndFixed),
        FrontEndLinear = section.Number(FrontEndLinear),
        FrontEndSquare = section.Number(FrontEndSquare),
        TransformerFixed = section.Number(TransformerFixed),
        TransformerSquare = section.Number(TransformerSquare),
        Auxiliary = section.Number(Auxiliary),
    };

    private static NumberKey Share(string name, string description) => new(name, description, "", 0.0, 0.5);
}
