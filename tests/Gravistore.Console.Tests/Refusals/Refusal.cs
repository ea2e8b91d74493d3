using System.Text;

namespace Gravistore.Console.Tests.Refusals;

/// <summary>A bad input for one error number: a command line, and files of config that are changed or added before it.</summary>
/// <param name="Code">The error number it is meant for.</param>
/// <param name="Command">Arguments with blanks between them; config/... names files of a copy of the project's config.</param>
internal sealed record Refusal(string Code, string Command)
{
    private const int LongestShown = 110;

    private readonly List<(string File, Func<byte[], byte[]> Change)> _changes = [];
    private readonly List<string> _story = [], _removed = [];

    /// <summary>What is changed before the command, one line each, for people.</summary>
    public IReadOnlyList<string> Story => _story;

    /// <summary>Arguments that hold blanks, in place of <see cref="Command"/>.</summary>
    public string[]? Arguments { get; init; }
    /// <summary>The project's folder is found.</summary>
    public bool HasRoot { get; init; } = true;
    /// <summary>Standard output as it fails; null = it works.</summary>
    public Func<TextWriter>? Output { get; init; }

    /// <summary>Replaces a text, which must be there once or more, by another; only its first occurrence.</summary>
    public Refusal Edit(string file, string from, string to)
    {
        _story.Add($"{file}: {Shown(from)} becomes {(to.Length == 0 ? "nothing" : Shown(to))}");
        return With(file, bytes => Replace(file, bytes, from, to));
    }

    private byte[] Replace(string file, byte[] bytes, string from, string to)
    {
        string text = Encoding.UTF8.GetString(bytes);
        int at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{Code}: {file} does not hold {from}");
        return Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length)));
    }

    /// <summary>Adds or replaces a file.</summary>
    public Refusal File(string file, string text)
    {
        _story.Add($"{file} holds {(text.Length == 0 ? "nothing" : Shown(text))}");
        return With(file, _ => Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Adds or replaces a file of bytes.</summary>
    public Refusal File(string file, byte[] content)
    {
        _story.Add($"{file} holds {content.Length} bytes");
        return With(file, _ => content);
    }

    /// <summary>Adds or replaces a file of bytes that a text describes better than their number.</summary>
    public Refusal File(string file, byte[] content, string story)
    {
        _story.Add($"{file} {story}");
        return With(file, _ => content);
    }

    /// <summary>Copies a file; edits of the copy follow.</summary>
    public Refusal Copy(string from, string to)
    {
        _story.Add($"{to}: a copy of {from}");
        return With(to, _ => System.IO.File.ReadAllBytes(Path.Combine(ConsoleRig.Root, from)));
    }

    /// <summary>Takes a folder away.</summary>
    public Refusal Without(string folder)
    {
        _story.Add($"{folder} is not there");
        _removed.Add(folder);
        return this;
    }

    /// <summary>Runs it on a copy of the project's config.</summary>
    /// <returns>Exit code and standard error, with the copy's folder left out of names.</returns>
    public (int ExitCode, string Error) Run()
    {
        using ConsoleRig rig = new() { ProjectRoot = HasRoot ? "FOLDER" : null, OutputInstead = Output?.Invoke() };
        foreach (string folder in (string[])["plants", "drives", "scenarios", "links", "wiring"]) CopyFolder(Path.Combine("config", folder), rig.Folder);
        foreach ((string file, Func<byte[], byte[]> change) in _changes)
        {
            string path = Path.Combine(rig.Folder, file);
            System.IO.File.WriteAllBytes(path, change(System.IO.File.Exists(path) ? System.IO.File.ReadAllBytes(path) : []));
        }
        foreach (string folder in _removed) Directory.Delete(Path.Combine(rig.Folder, folder), recursive: true);
        string[] args = Arguments ?? Command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int code = rig.Run([.. args.Select(a => a.StartsWith("config/", StringComparison.Ordinal) ? "FOLDER/" + a : a)]);
        return (code, rig.Error.Replace(rig.Folder + "/", "").Replace(Path.GetRelativePath(Directory.GetCurrentDirectory(), rig.Folder) + "/", ""));
    }

    private static string Shown(string text)
    {
        string line = string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length > LongestShown ? line[..LongestShown] + " ..." : line;
    }

    private static void CopyFolder(string name, string to)
    {
        Directory.CreateDirectory(Path.Combine(to, name));
        foreach (string file in Directory.GetFiles(Path.Combine(ConsoleRig.Root, name)))
            System.IO.File.Copy(file, Path.Combine(to, name, Path.GetFileName(file)));
    }

    private Refusal With(string file, Func<byte[], byte[]> change)
    {
        _changes.Add((file, change));
        return this;
    }
}
