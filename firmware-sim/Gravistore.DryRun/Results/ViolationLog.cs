using System.Globalization;

namespace Gravistore.DryRun.Results;

/// <summary>Counts broken invariants by name, and keeps the first of each.</summary>
internal sealed class ViolationLog
{
    private sealed class Entry
    {
        public required double FirstTimeS { get; init; }
        public required int Hoist { get; init; }
        public required string Detail { get; init; }
        public long Count { get; set; }
    }

    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>An invariant does not hold in this cycle.</summary>
    /// <param name="name">Name of the invariant.</param>
    /// <param name="timeS">When [s].</param>
    /// <param name="hoist">Hoist from 0, or -1.</param>
    /// <param name="value">The value that broke it.</param>
    /// <param name="limit">Its limit.</param>
    /// <param name="unit">Unit of both.</param>
    public void Add(string name, double timeS, int hoist, double value, double limit, string unit)
    {
        if (!_entries.TryGetValue(name, out Entry? entry))
        {
            string detail = string.Create(CultureInfo.InvariantCulture, $"{value:G6} {unit}, limit {limit:G6} {unit}").Replace(" ,", ",").Trim();
            _entries[name] = entry = new Entry { FirstTimeS = timeS, Hoist = hoist, Detail = detail };
        }
        entry.Count++;
    }

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<Violation> Violations() => [.. _entries.Select(e => new Violation(e.Key, e.Value.FirstTimeS, e.Value.Hoist, e.Value.Count, e.Value.Detail))];
}
