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

    /// <summary>The channels in the order in which they are recorded.</summary>
    public static IReadOnlyList<Channel> All { get; } =
    [
        .. Of<CycleHead>(ChannelGroup.Cycle), .. Of<PlantInput>(ChannelGroup.PlantInput), .. Of<HoistInput>(ChannelGroup.HoistInput),
        .. Of<PlantOutput>(ChannelGroup.PlantOutput), .. Of<HoistOutput>(ChannelGroup.HoistOutput), .. Of<Command>(ChannelGroup.Command), .. Of<Event>(ChannelGroup.Event),
        .. Of<ProtectionProposal>(ChannelGroup.Proposal),
    ];

    /// <summary>Size of a group's structure in memory [bytes].</summary>
    public static int SizeOf(ChannelGroup group) => group switch
    {
        ChannelGroup.Cycle => Marshal.SizeOf<CycleHead>(),
        ChannelGroup.PlantInput => Marshal.SizeOf<PlantInput>(),
        ChannelGroup.HoistInput => Marshal.SizeOf<HoistInput>(),
        ChannelGroup.PlantOutput => Marshal.SizeOf<PlantOutput>(),
        ChannelGroup.HoistOutput => Marshal.SizeOf<HoistOutput>(),
        ChannelGroup.Command => Marshal.SizeOf<Command>(),
        ChannelGroup.Event => Marshal.SizeOf<Event>(),
        ChannelGroup.Proposal => Marshal.SizeOf<ProtectionProposal>(),
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    /// <summary>Unit that a name ends in; empty when it ends in none.</summary>
    internal static string UnitOf(string name)
    {
        foreach ((string suffix, string unit) in Units)
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) && char.IsLower(name[^(suffix.Length + 1)])) return unit;
        return "";
    }

    private static IEnumerable<Channel> Of<T>(ChannelGroup group) where T : unmanaged
    {
        foreach (FieldInfo field in typeof(T).GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).OrderBy(OffsetOf<T>))
        {
            string name = field.Name.TrimStart('_');
            yield return new Channel(group, char.ToLowerInvariant(name[0]) + name[1..], TypeOf(field.FieldType), UnitOf(name), OffsetOf<T>(field));
        }
    }

    private static int OffsetOf<T>(FieldInfo field) => (int)Marshal.OffsetOf<T>(field.Name);

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
