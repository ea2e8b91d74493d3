using System.Reflection;
using System.Runtime.InteropServices;
using Gravistore.Core.Images;

namespace Gravistore.Recording.Channels;

/// <summary>
/// All channels of this build, read from the structures of Core themselves: what a cycle has is recorded, without a list that could fall behind.
/// Names end in their unit, which the house asks of every name, and so the unit is read from the name.
/// </summary>
public static class ChannelDictionary
{
    private static readonly (string Suffix, string Unit)[] Units =
    [
        ("DegC", "deg C"), ("TemperatureC", "deg C"), ("WPerS", "W/s"), ("Mps2", "m/s2"), ("Mps", "m/s"), ("Bar", "bar"), ("Hz", "Hz"),
        ("Kg", "kg"), ("Ns", "ns"), ("N", "N"), ("W", "W"), ("M", "m"), ("J", "J"), ("S", "s"),
    ];

    // Fixed before the channels, which ask for them.
    private static readonly Type[] Structures = [typeof(CycleHead), typeof(PlantInput), typeof(HoistInput), typeof(PlantOutput), typeof(HoistOutput), typeof(Command), typeof(Event), typeof(ProtectionProposal)];
    private static readonly int[] Sizes = Array.ConvertAll(Structures, t => Marshal.SizeOf(t));

    /// <summary>The channels in the order in which they are recorded.</summary>
    public static IReadOnlyList<Channel> All { get; } = Read();

    /// <summary>Size of a group's structure in memory [bytes].</summary>
    public static int SizeOf(ChannelGroup group) =>
        (uint)group < (uint)Sizes.Length ? Sizes[(int)group] : throw new ArgumentOutOfRangeException(nameof(group));

    /// <summary>Unit that a name ends in; empty when it ends in none.</summary>
    internal static string UnitOf(string name)
    {
        foreach ((string suffix, string unit) in Units)
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) && (suffix.Length > 2 || char.IsLower(name[^(suffix.Length + 1)]))) return unit;
        return "";
    }

    /// <summary>The enumeration that a channel's values are of; null when they are plain numbers, or of a channel that this build does not have.</summary>
    internal static Type? EnumerationOf(Channel channel)
    {
        if ((int)channel.Group >= Structures.Length) return null;
        FieldInfo? field = Structures[(int)channel.Group].GetFields(BindingFlags.Instance | BindingFlags.Public).FirstOrDefault(f => NameOf(f) == channel.Name);
        return field is { FieldType.IsEnum: true } ? field.FieldType : null;
    }

    // By type and not by type parameter: code that is compiled anew for every structure takes longer than it runs.
    private static Channel[] Read()
    {
        List<Channel> channels = [];
        for (int group = 0; group < Structures.Length; group++) channels.AddRange(Of(Structures[group], (ChannelGroup)group));
        return [.. channels];
    }

    private static Channel[] Of(Type structure, ChannelGroup group)
    {
        FieldInfo[] fields = structure.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        Channel[] channels = new Channel[fields.Length];
        for (int i = 0; i < fields.Length; i++)
        {
            string name = NameOf(fields[i]);
            channels[i] = new Channel(group, name, TypeOf(fields[i].FieldType), UnitOf(name), (int)Marshal.OffsetOf(structure, fields[i].Name));
        }
        Array.Sort(channels, (a, b) => a.Offset - b.Offset);
        return channels;
    }

    private static string NameOf(FieldInfo field)
    {
        string name = field.Name.TrimStart('_');
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static ChannelType TypeOf(Type type)
    {
        Type bare = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        if (bare == typeof(int)) return ChannelType.Int32;
        if (bare == typeof(long)) return ChannelType.Int64;
        if (bare == typeof(ulong)) return ChannelType.UInt64;
        if (bare == typeof(double)) return ChannelType.Float64;
        throw new NotSupportedException($"a channel cannot be of type {type.Name}");
    }
}
