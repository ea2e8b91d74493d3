using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Plants;

/// <summary>Section "dispatch" of a plant file.</summary>
internal static class DispatchSection
{
    public static readonly NumberKey SpreadMiddleM = new("spreadMiddleM", "Half of the distance between highest and lowest weight to keep at half charge; 0 = none", "m", 0, 1000);
    public static readonly NumberKey SpreadEndsM = new("spreadEndsM", "The same at a tenth of the charge from full or empty; at the ends none", "m", 0, 1000);
    public static readonly NumberKey SpreadBandM = new("spreadBandM", "Distance between highest and lowest weight allowed beyond the spread to keep: more means fewer starts and less full power", "m", 0, 2000);
    public static readonly NumberKey ReserveS = new("reserveS", "Time at full power for which every hoist keeps travel, as long as the charge leaves it", "s", 0, 3600);

    public static readonly SectionKey Key = new("dispatch", new SectionSpec("dispatch", "How the allocator chooses among hoists",
        SpreadMiddleM, SpreadEndsM, SpreadBandM, ReserveS)
    { RequireSources = true });

    public static DispatchParameters Read(Section s) => new()
    {
        SpreadMiddleM = s.Number(SpreadMiddleM),
        SpreadEndsM = s.Number(SpreadEndsM),
        SpreadBandM = s.Number(SpreadBandM),
        ReserveS = s.Number(ReserveS),
    };
}
