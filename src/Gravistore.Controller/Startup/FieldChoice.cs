using Gravistore.Core.Parameters;

namespace Gravistore.Controller.Startup;

/// <summary>Opens the field that the links file describes.</summary>
internal static class FieldChoice
{
    public static IPlantField Open(DaemonOptions options, PlantParameters plant) => throw new StartException(StartErrors.Field, $"no link of '{options.Links}' can be opened for {plant.Name}");
}
