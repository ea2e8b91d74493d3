using Gravistore.Json;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>Section "shaft" of a sim file.</summary>
internal static class ShaftSection
{
    private const double DeepestM = 3000.0;

    private static readonly NumberKey DepthM = new("depthM", "Depth of the shaft", "m", 1.0, DeepestM);
    private static readonly NumberKey UpperLandingDepthM = new("upperLandingDepthM", "Weight depth at the upper landing", "m", 1.0, DeepestM);
    private static readonly NumberKey LowerLandingDepthM = new("lowerLandingDepthM", "Weight depth at the lower landing", "m", 1.0, DeepestM);
    private static readonly NumberKey OvertravelM = new("overtravelM", "From a landing to the ultimate limit switch beyond it", "m", 0.05, 50.0);
    private static readonly NumberListKey MagnetDepthsM = new("magnetDepthsM", "Weight depths of the shaft magnets", "m", 0.5, DeepestM) { Ascending = true, MaxCount = 200 };
    private static readonly NumberKey ContactBelowM = new("landingContactBelowM", "From the lower landing down to the buffer under it", "m", 0.01, 100.0);
    private static readonly NumberKey ContactStiffness = new("landingContactStiffnessMNPerM", "Stiffness of the buffer", "MN/m", 0.1, 10000.0);
    private static readonly NumberKey ContactRestitution = new("landingRestitution", "Speed after an impact on the buffer over the speed before it", "", 0.01, 0.95);

    public static readonly SectionKey Key = new("shaft", new SectionSpec("shaft", "The shaft along one guide compartment",
        DepthM, UpperLandingDepthM, LowerLandingDepthM, OvertravelM, MagnetDepthsM, ContactBelowM, ContactStiffness, ContactRestitution)
    { RequireSources = true });

    public static ShaftTruth Read(Section section) => new()
    {
        DepthM = section.Number(DepthM),
        UpperLandingDepthM = section.Number(UpperLandingDepthM),
        LowerLandingDepthM = section.Number(LowerLandingDepthM),
        OvertravelM = section.Number(OvertravelM),
        MagnetDepthsM = section.Numbers(MagnetDepthsM),
        ContactBelowM = section.Number(ContactBelowM),
        ContactStiffnessNPerM = 1e6 * section.Number(ContactStiffness),
        ContactRestitution = section.Number(ContactRestitution),
    };

    /// <summary>Reports landings and magnets that cannot be where they are said to be.</summary>
    public static void Check(Section section, ShaftTruth shaft)
    {
        if (shaft.UpperLandingDepthM >= shaft.LowerLandingDepthM)
            section.Error(LowerLandingDepthM, TruthErrors.Landings, "the lower landing is not below the upper one", "a depth greater than upperLandingDepthM");
        if (shaft.LowerLandingDepthM + shaft.ContactBelowM > shaft.DepthM)
            section.Error(ContactBelowM, TruthErrors.Landings, "the buffer lies below the bottom of the shaft", "lowerLandingDepthM + landingContactBelowM at most depthM");
        foreach (double magnetM in shaft.MagnetDepthsM)
            if (magnetM > shaft.DepthM) section.Error(MagnetDepthsM, TruthErrors.Magnets, "a magnet lies below the bottom of the shaft", "depths up to depthM");
    }
}
