using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>The plant files of this repository, found from where the tests run.</summary>
internal static class PlantFiles
{
    public static string Folder { get; } = Find();

    public static PlantTruth Truth(string name) => PlantTruthFile.Load(Path.Combine(Folder, name + ".sim.json"));

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string plants = Path.Combine(folder.FullName, "config", "plants");
            if (Directory.Exists(plants)) return plants;
        }

        throw new DirectoryNotFoundException("config/plants lies above no folder of the tests");
    }
}
