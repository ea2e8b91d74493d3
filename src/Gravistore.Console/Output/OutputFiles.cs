using Gravistore.DryRun.Results;
using Gravistore.Json;

namespace Gravistore.Console.Output;

/// <summary>The files that a run writes: opened before it, so that an hour's run does not end at a missing folder, and given their names after it.</summary>
internal sealed class OutputFiles : IDisposable
{
    private readonly AtomicFile? _json;
    private readonly AtomicFile? _csv;

    /// <param name="json">File of the result; null = none.</param>
    /// <param name="csv">File of the table; null = none.</param>
    /// <exception cref="UsageException">A file cannot be written.</exception>
    public OutputFiles(string? json, string? csv)
    {
        if (json is not null && csv is not null && Path.GetFullPath(json) == Path.GetFullPath(csv))
            throw new UsageException($"--json and --csv name the same file {JsonText.Quote(json)}; name two");
        _json = Open("--json", json);
        try
        {
            _csv = Open("--csv", csv);
        }
        catch (UsageException)
        {
            _json?.Dispose();
            throw;
        }
    }

    /// <summary>Receives the table; null when none is asked for.</summary>
    public TextWriter? Csv => _csv?.Writer;

    /// <summary>Gives both files their names.</summary>
    /// <param name="json">Content of the result's file.</param>
    public void Commit(string json)
    {
        _json?.Writer.Write(json);
        _json?.Commit();
        _csv?.Commit();
    }

    public void Dispose()
    {
        _json?.Dispose();
        _csv?.Dispose();
    }

    /// <summary>Opens a file beside its target.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="path">The file; null = none.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    internal static AtomicFile? Open(string option, string? path)
    {
        if (path is null) return null;
        if (path.Length == 0) throw new UsageException($"{option} names no file");
        try
        {
            return new AtomicFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{option} {JsonText.Quote(path)} cannot be written: {e.Message}; name a file in a folder that exists and may be written");
        }
    }
}
