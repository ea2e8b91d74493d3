using Gravistore.Console.Output;
using Gravistore.DryRun.Results;
using Gravistore.Json;

namespace Gravistore.Console.Recordings;

/// <summary>The file of a flight recording that is to be written.</summary>
internal static class RecordingOutput
{
    /// <summary>Opens it beside its target; null when none is asked for.</summary>
    /// <param name="path">The file; null = none.</param>
    /// <param name="others">Files that the run writes besides; null or - = none.</param>
    /// <exception cref="UsageException">It cannot be written, or is one of the others.</exception>
    public static AtomicFile? Open(string? path, params IEnumerable<string?> others)
    {
        if (path is { Length: > 0 })
            foreach (string other in others.OfType<string>().Where(o => o is not ("" or "-")))
                if (Path.GetFullPath(other) == Path.GetFullPath(path)) throw new UsageException($"two outputs name the same file {JsonText.Quote(path)}; name a file for each");
        return OutputFiles.Open("--record", path);
    }
}
