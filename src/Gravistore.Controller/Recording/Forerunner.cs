using Gravistore.Recording;

namespace Gravistore.Controller.Recording;

/// <summary>What the controller before this one left in the ring's folder. One that was killed, or crashed, could keep nothing itself: its last minutes are kept for it.</summary>
internal static class Forerunner
{
    private const string Prefix = "before-";
    private const int FilesKept = 2;

    /// <summary>Puts its files aside under other names: quick, whatever their size.</summary>
    public static void SetAside(string folder, string pattern)
    {
        foreach (string file in Directory.GetFiles(folder, pattern)) File.Move(file, Path.Combine(folder, Prefix + Path.GetFileName(file)), overwrite: true);
    }

    /// <summary>Keeps its last files when the last one was cut off, and clears all of them away. A disk that fails costs them, and nothing else.</summary>
    public static void Keep(string folder, string pattern, KeptRecordings kept, Action<string> tell)
    {
        try
        {
            string[] files = [.. Directory.GetFiles(folder, Prefix + pattern).Order(StringComparer.Ordinal)];
            if (files.Length > 0 && IsCutOff(files[^1]))
                tell($"the controller before this one did not end by itself; its last minutes are in {kept.Keep(files.TakeLast(FilesKept).Select(f => (f, Path.GetFileName(f)[Prefix.Length..])), "cut-off")}");
            foreach (string file in files) File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            tell($"the recording of the controller before this one could not be kept: {e.Message}");
        }
    }

    // A recorder that ends says so in the file.
    private static bool IsCutOff(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return RecordingFile.Open(stream, out _) is not { TotalCycles: not null };
    }
}
