using Gravistore.DryRun;

namespace Gravistore.Console.Processes;

/// <summary>The files of a plant: what the controller believes, what is true, where every device is.</summary>
internal sealed record PlantPlaces(string Plant, string Truth, string Links)
{
    /// <summary>Finds them by the plant's name or file.</summary>
    /// <exception cref="UsageException">The project's folder was not found.</exception>
    /// <exception cref="UnknownNameException">There is no such plant.</exception>
    public static PlantPlaces Of(Surroundings surroundings, string plant, string? links)
    {
        string root = RepositoryRoot.Required(surroundings);
        ConfigFolders folders = new(root);
        string file = folders.PlantFile(plant) ?? throw new UnknownNameException("plant", plant, folders.Plants);
        string local = Path.Combine(folders.Config, "links", Path.GetFileNameWithoutExtension(file) + "-local.json");
        return new PlantPlaces(file, ConfigFolders.SimFileOf(file), links ?? local);
    }
}
