using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Plants;

/// <summary>Section "losses" of a plant file; docs/physics.md gives the laws.</summary>
internal static class LossesSection
{
    public static readonly NumberKey BaseForceKN = new("baseForceKN", "Rope force at which the motor's torque is 1 per unit", "kN", 1, 50000);
    public static readonly NumberKey BaseSpeedMps = new("baseSpeedMps", "Rope speed at which the motor's speed is 1 per unit", "m/s", 0.05, 20);
    public static readonly NumberKey RopeSheave = Factor("ropeSheave", "Rope bending and sheaves, share of the rope force");
    public static readonly NumberKey Guide = Factor("guide", "Guides, share of the weight's force");
    public static readonly NumberKey GearLoadLowering = Factor("gearLoadLowering", "Gear, share of the transmitted force while power flows from the drum to the motor");
    public static readonly NumberKey GearLoadRaising = Factor("gearLoadRaising", "Gear, share of the transmitted force while power flows from the motor to the drum");
    public static readonly NumberKey GearSpeed = Factor("gearSpeed", "Gear, share of the base power proportional to speed alone");
    public static readonly NumberKey MotorCopper = Factor("motorCopper", "Motor copper, times torque squared");
    public static readonly NumberKey MotorIron = Factor("motorIron", "Motor iron, times speed to the power 1.5");
    public static readonly NumberKey MotorWindage = Factor("motorWindage", "Motor windage, times speed squared");
    public static readonly NumberKey MotorStray = Factor("motorStray", "Motor stray, times torque squared and speed squared");
    public static readonly NumberKey InverterFixed = Factor("inverterFixed", "Inverter while it modulates");
    public static readonly NumberKey InverterLinear = Factor("inverterLinear", "Inverter, times motor current");
    public static readonly NumberKey InverterSquare = Factor("inverterSquare", "Inverter, times motor current squared");
    public static readonly NumberKey FrontEndFixed = Factor("frontEndFixed", "Front end while it modulates");
    public static readonly NumberKey FrontEndLinear = Factor("frontEndLinear", "Front end, times its power");
    public static readonly NumberKey FrontEndSquare = Factor("frontEndSquare", "Front end, times its power squared");
    public static readonly NumberKey TransformerFixed = Factor("transformerFixed", "Transformer, per unit of the whole plant");
    public static readonly NumberKey TransformerSquare = Factor("transformerSquare", "Transformer, times plant power squared, per unit of the whole plant");
    public static readonly NumberKey Auxiliary = Factor("auxiliary", "Auxiliaries, per unit of the whole plant");

    public static readonly SectionKey Key = new("losses", new SectionSpec("losses", "Loss factors, each per unit of base force times base speed",
        BaseForceKN, BaseSpeedMps, RopeSheave, Guide, GearLoadLowering, GearLoadRaising, GearSpeed, MotorCopper, MotorIron, MotorWindage, MotorStray,
        InverterFixed, InverterLinear, InverterSquare, FrontEndFixed, FrontEndLinear, FrontEndSquare, TransformerFixed, TransformerSquare, Auxiliary)
    { RequireSources = true });

    public static LossParameters Read(Section s) => new()
    {
        BaseForceN = s.Number(BaseForceKN) * 1e3,
        BaseSpeedMps = s.Number(BaseSpeedMps),
        RopeSheave = s.Number(RopeSheave),
        Guide = s.Number(Guide),
        GearLoadLowering = s.Number(GearLoadLowering),
        GearLoadRaising = s.Number(GearLoadRaising),
        GearSpeed = s.Number(GearSpeed),
        MotorCopper = s.Number(MotorCopper),
        MotorIron = s.Number(MotorIron),
        MotorWindage = s.Number(MotorWindage),
        MotorStray = s.Number(MotorStray),
        InverterFixed = s.Number(InverterFixed),
        InverterLinear = s.Number(InverterLinear),
        InverterSquare = s.Number(InverterSquare),
        FrontEndFixed = s.Number(FrontEndFixed),
        FrontEndLinear = s.Number(FrontEndLinear),
        FrontEndSquare = s.Number(FrontEndSquare),
        TransformerFixed = s.Number(TransformerFixed),
        TransformerSquare = s.Number(TransformerSquare),
        Auxiliary = s.Number(Auxiliary),
    };

    private static NumberKey Factor(string name, string description) => new(name, description, "", 0, 0.2);
}
