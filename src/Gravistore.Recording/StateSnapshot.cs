using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Gravistore.Core;
using Gravistore.Recording.Coding;

namespace Gravistore.Recording;

/// <summary>The controller's state as bytes: the plant's part, then the hoists'.</summary>
internal static class StateSnapshot
{
    /// <summary>Cycles between snapshots: ten seconds.</summary>
    public const int PeriodCycles = 1000;

    /// <summary>Fields of the state with their places: two builds with the same text mean the same by the same bytes.</summary>
    public static string Layout { get; } = Describe(typeof(PlantState), Unsafe.SizeOf<PlantState>()) + ";" + Describe(typeof(HoistState), Unsafe.SizeOf<HoistState>());

    public static void Write(ControllerState state, ByteSink sink)
    {
        sink.Bytes(state.PlantBytes);
        sink.Bytes(state.HoistBytes);
    }

    /// <exception cref="RecordingFormatException">The bytes are not as many as a state has.</exception>
    public static void Read(ReadOnlySpan<byte> content, ControllerState state)
    {
        int plantSize = state.PlantBytes.Length;
        if (content.Length != plantSize + state.HoistBytes.Length) throw new RecordingFormatException($"a snapshot of {content.Length} bytes where a state has {plantSize + state.HoistBytes.Length}");
        state.Plant = MemoryMarshal.Read<PlantState>(content);
        content[plantSize..].CopyTo(MemoryMarshal.AsBytes(state.Hoists.AsSpan()));
    }

    public static bool Equal(ControllerState a, ControllerState b) => a.PlantBytes.SequenceEqual(b.PlantBytes) && a.HoistBytes.SequenceEqual(b.HoistBytes);

    private static string Describe(Type type, int size)
    {
        StringBuilder text = new(type.Name + " " + size.ToString(CultureInfo.InvariantCulture) + ":");
        foreach (FieldInfo field in Fields(type)) text.Append(' ').Append(field.Name).Append('@').Append((int)Marshal.OffsetOf(type, field.Name));
        foreach (FieldInfo field in Fields(type))
        {
            if (field.FieldType.IsPrimitive || field.FieldType.IsEnum) continue;
            text.Append(" (").Append(field.FieldType.Name).Append(':');
            foreach (FieldInfo part in Fields(field.FieldType)) text.Append(' ').Append(part.Name);
            text.Append(')');
        }
        return text.ToString();
    }

    private static FieldInfo[] Fields(Type type)
    {
        FieldInfo[] fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        Array.Sort(fields, (a, b) => a.MetadataToken.CompareTo(b.MetadataToken));
        return fields;
    }
}
