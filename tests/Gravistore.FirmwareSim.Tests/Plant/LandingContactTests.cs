using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>docs/physics.md, section 2.6: the buffer under the lower landing.</summary>
public sealed class LandingContactTests
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.1)]
    [InlineData(0.4)]
    [InlineData(0.8)]
    public void Gives_back_its_restitution(double restitution)
    {
        const double MassKg = 60e3, StiffnessNPerM = 200e6;
        ShaftTruth shaft = ReferencePlants.Shaft with { ContactBelowM = 2.0, ContactStiffnessNPerM = StiffnessNPerM, ContactRestitution = restitution };
        LandingContact contact = new(shaft, MassKg);
        double depthM = 517.0, speedMps = 3.0;
        const double StepS = 1e-6;
        do
        {
            speedMps -= StepS * contact.ForceN(depthM, speedMps) / MassKg;
            depthM += StepS * speedMps;
        }
        while (contact.ForceN(depthM, speedMps) > 0.0);
        Assert.Equal(3.0 * restitution, -speedMps, 0.02);
    }

    [Fact]
    public void Never_pulls()
    {
        LandingContact contact = new(ReferencePlants.Shaft with { ContactBelowM = 2.0 }, 60e3);
        Assert.Equal(0.0, contact.ForceN(516.9, 2.0));
        Assert.Equal(0.0, contact.ForceN(517.001, -2.0));
        Assert.True(contact.ForceN(517.001, 0.0) > 0.0);
    }
}
