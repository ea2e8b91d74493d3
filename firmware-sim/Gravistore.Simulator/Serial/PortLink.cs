namespace Gravistore.Simulator.Serial;

/// <summary>The link at a master's path that leads to a pseudo terminal.</summary>
internal static class PortLink
{
    private const string Terminals = "/dev/pts/";

    /// <summary>Nothing is there, or a link that an earlier run has left.</summary>
    /// <exception cref="LineException">Something else is there, or its folder is missing.</exception>
    public static void Check(string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(path))) throw new LineException($"{path}: its folder is missing");
        if ((File.Exists(path) || Directory.Exists(path)) && TargetOf(path) is null) throw new LineException($"{path}: something else is there, and is left alone");
    }

    /// <summary>Puts the link there; a reader sees the old one or the new one.</summary>
    /// <exception cref="LineException">It cannot be put there.</exception>
    public static void Put(string path, string terminal)
    {
        string fresh = path + ".new";
        File.Delete(fresh);
        try
        {
            File.CreateSymbolicLink(fresh, terminal);
            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new LineException($"{path}: {refused.Message}", refused);
        }
    }

    public static void Remove(string path)
    {
        if (TargetOf(path) is not null) File.Delete(path);
    }

    private static string? TargetOf(string path) => new FileInfo(path).LinkTarget is { } target && target.StartsWith(Terminals, StringComparison.Ordinal) ? target : null;
}
