using Gravistore.FirmwareSim.Firmware;
using Gravistore.Json;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>The two things a device can do at a power limit, as the sim file names them.</summary>
internal static class PowerLimitKeys
{
    private const string Limit = "limit", Trip = "trip";

    /// <summary>A key that chooses between them.</summary>
    public static ChoiceKey Action(string name, string description) => new(name, description, Limit, Trip);

    public static PowerLimitAction Read(Section section, ChoiceKey key) => section.Choice(key) == Trip ? PowerLimitAction.Trip : PowerLimitAction.Limit;
}
