using Gravistore.Json;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>Section "chain" of a sim file.</summary>
internal static class ChainSection
{
    private static readonly NumberKey OverspeedMps = new("overspeedMps", "Drum speed at which a drum's overspeed relay opens the chain", "m/s", 0.01, 100.0);
    private static readonly NumberKey StoDelayS = new("stoDelayS", "From the chain's opening to the loss of motor torque", "s", 0.0, 2.0);

    public static readonly SectionKey Key = new("chain", new SectionSpec("chain", "The hard-wired chain", OverspeedMps, StoDelayS) { RequireSources = true });

    public static ChainTruth Read(Section section) => new(section.Number(OverspeedMps), section.Number(StoDelayS));
}
