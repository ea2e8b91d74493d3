namespace Gravistore.Json;

/// <summary>Where plants, devices, links and scenarios are: in the config folder of a checkout, or where the package of an installed program put them.</summary>
public static class ConfigPlace
{
    /// <summary>Names a folder with a folder config, or such a folder itself.</summary>
    public const string Variable = "GRAVISTORE_ROOT";

    /// <summary>Beside an installed program: one line with the configuration's folder, relative to the program's, so that a package unpacked anywhere finds its own.</summary>
    public const string MarkFile = "gravistore.place";

    private const string Config = "config", Solution = "Gravistore.sln";
    private const int MaxMarkBytes = 4096;

    /// <summary>The configuration's folder of the program installed in a folder; null when the program is not installed by a package.</summary>
    /// <param name="programFolder">Where the program is.</param>
    public static string? Installed(string programFolder)
    {
        string mark = Path.Combine(programFolder, MarkFile);
        if (!File.Exists(mark) || new FileInfo(mark).Length > MaxMarkBytes) return null;
        return Path.GetFullPath(Path.Combine(programFolder, File.ReadAllText(mark).Trim()));
    }

    /// <summary>The configuration's folder below a root: its folder config; the root itself where it has none and is no checkout.</summary>
    /// <param name="root">A checkout, or the configuration's folder.</param>
    public static string FolderOf(string root)
    {
        string below = Path.Combine(root, Config);
        return Directory.Exists(below) || File.Exists(Path.Combine(root, Solution)) ? below : root;
    }
}
