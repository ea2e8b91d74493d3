namespace Gravistore.Recording.Coding;

/// <summary>What a column's code may build upon.</summary>
internal readonly ref struct ColumnContext
{
    public bool IsDouble { get; init; }
    /// <summary>The values come from a device, and so from whole counts.</summary>
    public bool IsMeasured { get; init; }
    /// <summary>The same channel of the hoist before; empty = none.</summary>
    public ReadOnlySpan<long> Sibling { get; init; }
    /// <summary>A column that this one follows nearly by a straight line; empty = none.</summary>
    public ReadOnlySpan<long> Source { get; init; }
    /// <summary>Number of that column in the file.</summary>
    public int SourceNumber { get; init; }
}
