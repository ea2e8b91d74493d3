using System.Collections;

namespace Gravistore.Json;

/// <summary>Collects findings in the order they were made, so that all errors of a file are reported at once.</summary>
public sealed class Findings : IReadOnlyList<Finding>
{
    /// <summary>Findings kept; more are only counted, since nobody reads them and a hostile file could make millions.</summary>
    public const int MaxCount = 200;

    private readonly List<Finding> list = [];

    /// <summary>Findings beyond <see cref="MaxCount"/>.</summary>
    public int LeftOut { get; private set; }
    /// <summary>True once any finding of severity error was added.</summary>
    public bool HasErrors { get; private set; }
    /// <summary>Further findings are only counted: their texts need not be worked out.</summary>
    internal bool IsFull => list.Count == MaxCount;
    public int Count => list.Count;
    public Finding this[int index] => list[index];

    public void Add(Finding finding)
    {
        HasErrors |= finding.Severity == FindingSeverity.Error;
        if (list.Count < MaxCount) list.Add(finding);
        else LeftOut++;
    }

    /// <summary>Takes over all of another collection.</summary>
    public void AddRange(Findings others)
    {
        foreach (Finding finding in others) Add(finding);
        LeftOut += others.LeftOut;
    }

    /// <summary>Adds an error at <paramref name="node"/>; without a cure the declared one is used.</summary>
    public void Error(ErrorInfo info, JsonNode node, string message, string allowed = "", string? cure = null) =>
        Add(new Finding(FindingSeverity.Error, info.Code, node.File, node.Line, node.Column, node.Path, message, allowed, cure ?? info.Cure));

    /// <summary>Adds a warning at <paramref name="node"/>; without a cure the declared one is used.</summary>
    public void Warn(ErrorInfo info, JsonNode node, string message, string allowed = "", string? cure = null) =>
        Add(new Finding(FindingSeverity.Warning, info.Code, node.File, node.Line, node.Column, node.Path, message, allowed, cure ?? info.Cure));

    /// <summary>Adds an error that belongs to a file as a whole, or to one place in it.</summary>
    public void Error(ErrorInfo info, string file, string message, string allowed = "", string? cure = null, int line = 0, int column = 0, string path = "") =>
        Add(new Finding(FindingSeverity.Error, info.Code, file, line, column, path, message, allowed, cure ?? info.Cure));

    /// <summary>Ends the work on these files when there is any error.</summary>
    /// <exception cref="RefusedException">There is at least one error.</exception>
    public void ThrowIfErrors()
    {
        if (HasErrors) throw new RefusedException(this);
    }

    public IEnumerator<Finding> GetEnumerator() => list.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
