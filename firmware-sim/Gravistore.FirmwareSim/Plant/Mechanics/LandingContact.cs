namespace Gravistore.FirmwareSim.Plant;

/// <summary>
/// The buffer under the lower landing: a spring with a damper that pushes and never pulls.
/// The damper follows from the wished restitution by trial impacts, so that no logarithm is needed.
/// </summary>
internal sealed class LandingContact
{
    private const int TrialSteps = 4000;
    private const int Bisections = 40;

    private readonly double _depthM;
    private readonly double _stiffnessNPerM;
    private readonly double _dampingNsPerM;

    /// <summary>The buffer of a shaft, for a weight of a mass [kg].</summary>
    public LandingContact(ShaftTruth shaft, double massKg)
    {
        _depthM = shaft.LowerLandingDepthM + shaft.ContactBelowM;
        _stiffnessNPerM = shaft.ContactStiffnessNPerM;
        double ratio = DampingRatioOf(shaft.ContactRestitution);
        _dampingNsPerM = 2.0 * ratio * Math.Sqrt(shaft.ContactStiffnessNPerM * massKg);
    }

    /// <summary>Force on the weight, up [N].</summary>
    public double ForceN(double depthM, double speedMps)
    {
        double depressedM = depthM - _depthM;
        return depressedM <= 0.0 ? 0.0 : Math.Max(0.0, _stiffnessNPerM * depressedM + _dampingNsPerM * speedMps);
    }

    /// <summary>Damping ratio of a buffer that gives a restitution; 0 to 3.</summary>
    private static double DampingRatioOf(double restitution)
    {
        double low = 0.0, high = 3.0;
        for (int i = 0; i < Bisections; i++)
        {
            double middle = 0.5 * (low + high);
            if (RestitutionOf(middle) > restitution) low = middle;
            else high = middle;
        }

        return 0.5 * (low + high);
    }

    /// <summary>A unit mass meets a unit spring with unit speed; its speed when the force has gone.</summary>
    private static double RestitutionOf(double dampingRatio)
    {
        const double step = 20.0 / TrialSteps;
        double depth = 0.0, speed = 1.0;
        for (int i = 0; i < TrialSteps; i++)
        {
            double force = depth + 2.0 * dampingRatio * speed;
            if (i > 0 && force <= 0.0) return -speed;
            speed -= step * force;
            depth += step * speed;
        }

        return 0.0;
    }
}
