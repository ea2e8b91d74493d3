using System.Globalization;
using System.Runtime.InteropServices;
using Gravistore.Recording.Channels;
using Gravistore.Recording.Incidents;

namespace Gravistore.Recording.Reading;

/// <summary>One value of the cycle that a cursor looks at, by its name.</summary>
public sealed class ChannelView
{
    private static readonly byte[] Lost = BitConverter.GetBytes(double.NaN);

    private readonly CycleCursor _cursor;
    private readonly Column _column;
    private readonly Type? _enumeration;

    private ChannelView(CycleCursor cursor, Column column)
    {
        _cursor = cursor;
        _column = column;
        _enumeration = ChannelDictionary.EnumerationOf(column.Channel);
    }

    /// <summary>Name such as hoist[3].input.speedMps; hoists count from 0.</summary>
    public string Name => _column.Name;
    /// <summary>Unit; empty for a number without one.</summary>
    public string Unit => _column.Channel.Unit;
    /// <summary>Hoist number from 0; -1 for the plant.</summary>
    public int Hoist => _column.Hoist;
    /// <summary>Where it belongs.</summary>
    public ChannelGroup Group => _column.Channel.Group;

    /// <summary>The value as a number: what conditions compare. Integers beyond 2^53 are rounded.</summary>
    public double Value => _column.Channel.Type switch
    {
        ChannelType.Int32 => MemoryMarshal.Read<int>(Bytes),
        ChannelType.Int64 => MemoryMarshal.Read<long>(Bytes),
        ChannelType.UInt64 => MemoryMarshal.Read<ulong>(Bytes),
        _ => MemoryMarshal.Read<double>(Bytes),
    };

    /// <summary>The value as people read it, with every digit; a value of an enumeration by its name.</summary>
    public string Text
    {
        get
        {
            if (_enumeration is null) return DivergenceText(Bytes);
            string name = Enum.ToObject(_enumeration, MemoryMarshal.Read<int>(Bytes)).ToString()!;
            return char.IsLetter(name[0]) ? string.Join(" + ", name.Split(", ").Select(Words.Of)) : name;
        }
    }

    /// <summary>Number that a name of this value's enumeration stands for; null when it is none.</summary>
    public double? NumberOf(string name)
    {
        if (_enumeration is null) return null;
        string pascal = string.Concat(name.Split(' ', '-').Where(w => w.Length > 0).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
        return Enum.TryParse(_enumeration, pascal, ignoreCase: true, out object? value) ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>All values of a cycle that this build knows, in the order of the file.</summary>
    public static IReadOnlyList<ChannelView> All(CycleCursor cursor)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        return [.. cursor.Layout.Rows.Concat(cursor.Layout.Truth).Where(c => c.Offset >= 0 && !c.Channel.Name.StartsWith("reserved", StringComparison.Ordinal)).Select(c => new ChannelView(cursor, c))];
    }

    /// <summary>The value of a name; "input." and "output." may be left out where one of the two has it. Null when there is none.</summary>
    public static ChannelView? Find(IReadOnlyList<ChannelView> channels, string name)
    {
        ArgumentNullException.ThrowIfNull(channels);
        return channels.FirstOrDefault(c => c.Name == name) ?? channels.FirstOrDefault(c => c.Name.Replace(".input.", ".").Replace(".output.", ".") == name);
    }

    // A truth that is lost is no number.
    private ReadOnlySpan<byte> Bytes
    {
        get
        {
            if (_column.Channel.Group is not (ChannelGroup.PlantTruth or ChannelGroup.HoistTruth)) return _cursor.Row[_column.Offset..];
            return _cursor.Truth is { Length: > 0 } truth ? MemoryMarshal.AsBytes(truth)[_column.Offset..] : Lost;
        }
    }

    private string DivergenceText(ReadOnlySpan<byte> bytes) => Replay.DivergenceFinder.Show(_column.Channel, bytes);
}
