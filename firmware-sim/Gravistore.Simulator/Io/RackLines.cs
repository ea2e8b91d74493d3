using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.Simulator.Io;

/// <summary>The simulated GPIO chip: what the controller reads at its lines, and the relays behind those it drives. Used under the world's gate alone.</summary>
internal sealed class RackLines
{
    /// <summary>Lines that the chip has at least, as a Raspberry Pi's header; and at most.</summary>
    private const int HeaderLines = 28, MaxLines = 64;

    private static readonly string[] Header = [.. Enumerable.Range(0, HeaderLines).Select(i => FormattableString.Invariant($"GPIO{i}"))];

    private readonly List<string> _names = [.. Header];
    private readonly bool[] _used = new bool[MaxLines];
    private ulong _inputs;

    /// <summary>True when a chip can have lines of all these names.</summary>
    public static bool HasRoomFor(IEnumerable<string> names) => Header.Union(names, StringComparer.Ordinal).Count() <= MaxLines;

    public IReadOnlyList<string> Names => _names;

    /// <summary>Levels that sensors drive.</summary>
    public ulong Inputs => _inputs;

    /// <summary>Levels that the controller drives; low where it does not.</summary>
    public ulong Outputs { get; private set; }

    /// <summary>Lines that somebody else has claimed.</summary>
    public bool IsUsed(int line) => _used[line];

    public void Use(int line, bool used) => _used[line] = used;

    /// <summary>Number of a line; one that the header lacks is added.</summary>
    /// <exception cref="ArgumentException">There are too many.</exception>
    public int NumberOf(string name)
    {
        int number = _names.IndexOf(name);
        if (number >= 0) return number;
        if (_names.Count == MaxLines) throw new ArgumentException($"a simulated GPIO chip has {MaxLines} lines at most");
        _names.Add(name);
        return _names.Count - 1;
    }

    public void Sense(int line, bool level) => _inputs = level ? _inputs | 1UL << line : _inputs & ~(1UL << line);

    public void Drive(int line, bool level) => Outputs = level ? Outputs | 1UL << line : Outputs & ~(1UL << line);

    /// <summary>The controller has let go of everything: the relays drop.</summary>
    public void Release() => Outputs = 0;

    public bool IsDriven(int line) => (Outputs >> line & 1) != 0;
}
