using Gravistore.DryRun.Results;
using Gravistore.Json;

namespace Gravistore.Console.Output;

/// <summary>The files that a run writes: opened before it, so that an hour's run does not end at a missing folder, and given their names after it.</summary>
internal sealed class OutputFiles : IDisposable
{
    private readonly AtomicFile? _json;
    private readonly AtomicFile? _csv;
    private readonly AtomicFile? _report;
    private readonly AtomicFile? _record;

    /// <param name="json">File of the result; null = none.</param>
    /// <param name="csv">File of the table; null = none.</param>
    /// <param name="report">File of the report; null = none.</param>
    /// <param name="record">File of the flight recording; null = none.</param>
    /// <exception cref="UsageException">A file cannot be written, or is named twice.</exception>
    public OutputFiles(string? json, string? csv, string? report = null, string? record = null)
    {
        RequireDifferent([("--json", json), ("--csv", csv), ("--report", report), ("--record", record)]);
        try
        {
            _json = Open("--json", json);
            _csv = Open("--csv", csv);
            _report = Open("--report", report);
            _record = Open("--record", record);
        }
        catch (UsageException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Receives the table; null when none is asked for.</summary>
    public TextWriter? Csv => _csv?.Writer;

    /// <summary>Receives the flight recording; null when none is asked for.</summary>
    public Stream? Record => _record?.Stream;

    /// <summary>Gives all files their names, when the contents of all of them are written.</summary>
    /// <param name="json">Content of the result's file.</param>
    /// <param name="report">Content of the report's file; null = none was asked for.</param>
    public void Commit(string json, string? report = null)
    {
        _json?.Writer.Write(json);
        _report?.Writer.Write(report);
        _json?.Commit();
        _csv?.Commit();
        _report?.Commit();
        _record?.Commit();
    }

    public void Dispose()
    {
        _json?.Dispose();
        _csv?.Dispose();
        _report?.Dispose();
        _record?.Dispose();
    }

    private static void RequireDifferent(IReadOnlyList<(string Option, string? Path)> files)
    {
        foreach (IGrouping<string, (string Option, string? Path)> same in files.Where(f => !string.IsNullOrEmpty(f.Path)).GroupBy(f => Path.GetFullPath(f.Path!)))
            if (same.Count() > 1)
                throw new UsageException(UsageErrors.SameFile, $"{string.Join(" and ", same.Select(f => f.Option))} name the same file {JsonText.Quote(same.First().Path!)}; {UsageErrors.SameFile.Cure}");
    }

    private static AtomicFile? Open(string option, string? path)
    {
        if (path is null) return null;
        if (path.Length == 0) throw new UsageException(UsageErrors.NotWritable, $"{option} names no file; {UsageErrors.NotWritable.Cure}");
        try
        {
            return new AtomicFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException(UsageErrors.NotWritable, $"{option} {JsonText.Quote(path)} cannot be written: {e.Message}; {UsageErrors.NotWritable.Cure}");
        }
    }
}
