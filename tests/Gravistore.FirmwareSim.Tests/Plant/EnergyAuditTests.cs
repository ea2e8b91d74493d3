using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>docs/physics.md, section 3.4: the books close to rounding, and a law that is 1 % wrong shows.</summary>
public sealed class EnergyAuditTests
{
    private const double ResidualLimit = 1e-5;

    public static TheoryData<AuditAccount> Accounts()
    {
        TheoryData<AuditAccount> data = [];
        foreach (AuditAccount account in Enum.GetValues<AuditAccount>()) data.Add(account);
        return data;
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public void One_per_cent_on_any_account_raises_the_residual_tenfold(AuditAccount account)
    {
        EnergyAudit audit = account == AuditAccount.Contact ? LandedOnBuffer().Physics.Audit : Travelled().Physics.Audit;
        double before = audit.Residual;
        audit.Scales[(int)account] = 1.01;
        double after = audit.Residual;
        Assert.True(before < ResidualLimit, $"residual {before}");
        Assert.True(after > 10.0 * before && after > 0.0, $"{account}: residual {before} with the law, {after} with the wrong one");
    }

    [Fact]
    public void Account_count_covers_every_account() => Assert.Equal(EnergyAudit.AccountCount, Enum.GetValues<AuditAccount>().Length);

    [Fact]
    public void Stroke_down_and_up_closes()
    {
        PhysicsRig rig = new(PlantFiles.Truth("leith"), 4.5, 11.0);
        rig.SetForce(0.9 * 245e3);
        rig.Steps(100);
        rig.SetBrakes(0.0);
        for (int turn = 0; turn < 3; turn++)
        {
            rig.RunAt(0.25, 2000);
            rig.RunAt(-0.25, 2000);
        }

        rig.SetBrakes(1.0);
        rig.RunAt(0.0, 1000);
        rig.SetForce(0.0, modulating: false);
        rig.Steps(2000);
        Assert.True(rig.Physics.Audit.Residual < 1e-8, $"residual {rig.Physics.Audit.Residual}");
        Assert.True(rig.Physics.Audit.ThroughputJ > 1e6);
        Assert.Equal(0.0, rig.Physics.Audit.Joules(AuditAccount.Kinetic), 1.0);
    }

    /// <summary>Lowered, raised, caught by the brakes while raising: at the end everything but the buffer has been at work and something still moves.</summary>
    private static PhysicsRig Travelled()
    {
        PlantTruth truth = PlantFiles.Truth("pyhasalmi") with { HoistCount = 2 };
        PhysicsRig rig = new(truth, 60.0, 200.0);
        rig.SetForce(600e3);
        rig.Steps(100);
        rig.SetBrakes(0.0);
        rig.RunAt(0.0, 500);
        rig.RunAt(0.5, 4000);
        rig.SetBrakes(0.3);
        rig.RunAt(0.4, 1000);
        rig.SetBrakes(0.0);
        rig.RunAt(-0.3, 3000);
        rig.RunAt(0.5, 2000);
        return rig;
    }

    /// <summary>Lowered past the lower landing until the weights stand on their buffers and the ropes hang slack.</summary>
    private static PhysicsRig LandedOnBuffer()
    {
        PlantTruth truth = PlantFiles.Truth("leith");
        PhysicsRig rig = new(truth, 13.2, 13.2);
        rig.SetForce(200e3);
        rig.Steps(100);
        rig.SetBrakes(0.0);
        rig.RunAt(0.3, 2500);
        rig.SetBrakes(1.0);
        rig.SetForce(0.0, modulating: false);
        rig.Steps(2000);
        double bufferM = truth.Shaft.LowerLandingDepthM + truth.Shaft.ContactBelowM;
        Assert.Equal(bufferM, rig.Physics.Hoists[0].Truth.WeightDepthM, 0.01);
        Assert.Equal(0.0, rig.Physics.Hoists[0].Truth.RopeForceN);
        return rig;
    }
}
