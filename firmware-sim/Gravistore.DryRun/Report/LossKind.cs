using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Report;

/// <summary>Accounts of the audit that a reader takes for one loss.</summary>
/// <param name="Name">Name of the loss.</param>
/// <param name="Accounts">Accounts summed.</param>
internal sealed record LossKind(string Name, params AuditAccount[] Accounts)
{
    /// <summary>Energy of motion and of stretched rope: stored rather than lost, and of either sign.</summary>
    public static LossKind Moving { get; } = new("motion, stretch", AuditAccount.Kinetic, AuditAccount.Strain, AuditAccount.AccretedRope, AuditAccount.StrainWound);

    /// <summary>All of them in the order in which energy passes from the grid to the weight.</summary>
    public static IReadOnlyList<LossKind> All { get; } =
    [
        new("transformer", AuditAccount.Transformer),
        new("auxiliaries", AuditAccount.Auxiliary),
        new("front ends", AuditAccount.FrontEnd),
        new("inverters", AuditAccount.Inverter),
        new("motors", AuditAccount.MotorCopper, AuditAccount.MotorIron, AuditAccount.MotorWindage, AuditAccount.MotorStray),
        new("gears", AuditAccount.GearLoadFriction, AuditAccount.GearSpeedFriction),
        new("ropes, sheaves", AuditAccount.RopeSheaveFriction, AuditAccount.RopeDamping),
        new("guides", AuditAccount.GuideFriction),
        new("brakes, buffers", AuditAccount.BrakeHeat, AuditAccount.Contact),
        Moving,
    ];

    /// <summary>Energy that this kind took in a phase [J].</summary>
    public double Joules(EnergyBooks books, EnergyPhase phase)
    {
        double sumJ = 0;
        foreach (AuditAccount account in Accounts) sumJ -= EnergyAudit.SignOf(account) * books.Joules(phase, account);
        return sumJ;
    }
}
