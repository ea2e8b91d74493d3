using System.Globalization;

namespace Gravistore.Controller.Recording;

/// <summary>The folder of the state folder into which recordings are copied that must outlast the ring: a folder of its own for each, the newest of them.</summary>
internal sealed class KeptRecordings(string stateFolder)
{
    /// <summary>Folders kept.</summary>
    public const int Most = 20;

    private readonly string _folder = Path.Combine(stateFolder, "incidents");

    /// <summary>Copies files; the oldest folders beyond <see cref="Most"/> go.</summary>
    /// <param name="files">Files and the names they get.</param>
    /// <param name="why">End of the folder's name, which begins with date and time, UTC.</param>
    /// <returns>The folder.</returns>
    public string Keep(IEnumerable<(string File, string Name)> files, string why)
    {
        string folder = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyyMMdd-HHmmss}-{why}"));
        Directory.CreateDirectory(folder);
        foreach ((string file, string name) in files) File.Copy(file, Path.Combine(folder, name), overwrite: true);
        foreach (string old in Directory.GetDirectories(_folder).Order(StringComparer.Ordinal).SkipLast(Most)) Directory.Delete(old, recursive: true);
        return folder;
    }
}
