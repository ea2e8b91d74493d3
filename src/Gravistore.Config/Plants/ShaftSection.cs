using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Plants;

/// <summary>Section "shaft" of a plant file.</summary>
internal static class ShaftSection
{
    public static readonly NumberKey DepthM = new("depthM", "Depth of the shaft below the drum's tangent point", "m", 2, 3000);
    public static readonly NumberKey UpperLandingDepthM = new("upperLandingDepthM", "Weight depth at the upper landing", "m", 0.5, 3000);
    public static readonly NumberKey LowerLandingDepthM = new("lowerLandingDepthM", "Weight depth at the lower landing", "m", 1, 3000);
    public static readonly NumberKey OvertravelM = new("overtravelM", "Distance from a landing to the ultimate, hard-wired limit switch beyond it", "m", 0.1, 30);
    public static readonly NumberListKey MagnetDepthsM = new("magnetDepthsM", "Weight depths of the shaft magnets", "m", 0, 3000) { Ascending = true, MinCount = 1, MaxCount = 200 };

    public static readonly SectionKey Key = new("shaft", new SectionSpec("shaft", "The shaft seen along one guide compartment; depths are weight depths below the drum's tangent point",
        DepthM, UpperLandingDepthM, LowerLandingDepthM, OvertravelM, MagnetDepthsM)
    { RequireSources = true });

    public static ShaftParameters Read(Section s) => new()
    {
        DepthM = s.Number(DepthM),
        UpperLandingDepthM = s.Number(UpperLandingDepthM),
        LowerLandingDepthM = s.Number(LowerLandingDepthM),
        OvertravelM = s.Number(OvertravelM),
        MagnetDepthsM = s.Numbers(MagnetDepthsM),
    };
}
