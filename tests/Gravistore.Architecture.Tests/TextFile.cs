namespace Gravistore.Architecture.Tests;

/// <summary>A file of the repository: path from its root, with slashes, and its text.</summary>
internal sealed record TextFile(string Path, string Text)
{
    public string Folder => Path.Contains('/') ? Path[..Path.LastIndexOf('/')] : "";
    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);
    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);
}
