using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>docs/physics.md, section 8.8: the published run of the Leith demonstrator, in steady state.</summary>
public sealed class LeithTests
{
    [Fact]
    public void Two_weights_at_0_6_mps_give_250_kW()
    {
        PlantTruth truth = PlantFiles.Truth("leith");
        PhysicsRig rig = new(truth, 5.0, 5.0);
        rig.SetForce(0.9 * truth.Losses.BaseForceN);
        rig.Steps(100);
        rig.SetBrakes(0.0);
        rig.RunAt(0.0, 450);
        rig.RunAt(0.6, 4000);
        EnergyAudit audit = rig.Physics.Audit;
        double gridJ = audit.Joules(AuditAccount.Grid), gravityJ = GravityJ(audit);
        const int Steps = 6000;
        rig.RunAt(0.6, Steps);
        Assert.Equal(0.6, rig.Physics.Hoists[0].Truth.SpeedMps, 1e-4);
        gridJ = audit.Joules(AuditAccount.Grid) - gridJ;
        gravityJ = GravityJ(audit) - gravityJ;
        Assert.Equal(250e3, gridJ / (Steps * PhysicalConstants.StepS), 2.5e3);
        Assert.Equal(0.849, gridJ / gravityJ, 0.005);
    }

    private static double GravityJ(EnergyAudit audit) => audit.Joules(AuditAccount.WeightGravity) + audit.Joules(AuditAccount.RopeGravity);
}
