using System.Globalization;
using System.Runtime.InteropServices;
using Gravistore.Core.Images;
using Gravistore.Recording.Blocks;
using Gravistore.Recording.Channels;

namespace Gravistore.Recording.Replay;

/// <summary>Names the first value in which a result differs from a recorded cycle. Outputs before events, and the hash last: it differs whenever anything does.</summary>
internal static class DivergenceFinder
{
    /// <summary>Compares what <see cref="CycleBlock.IsResult"/> said differs.</summary>
    public static Divergence Find(RowLayout layout, CycleBlock block, int cycle, int firstEvent, CycleResult result)
    {
        ref CycleHead head = ref block.Head(cycle);
        byte[] replayed = RowOf(layout, head, result);
        ReadOnlySpan<byte> recorded = block.Row(cycle);
        foreach (Column column in layout.Rows.Where(c => c.Channel.Group is ChannelGroup.PlantOutput or ChannelGroup.HoistOutput))
            if (Differs(column, recorded, replayed)) return Told(column, recorded, replayed);
        Divergence? inEvents = FindInEvents(layout, block.Events.Slice(firstEvent, head.EventCount), result);
        if (inEvents is not null) return inEvents with { Cycle = block.FirstCycle + cycle, TimeNs = head.NowNs };
        Column hash = layout.Rows.First(c => c.Channel is { Group: ChannelGroup.Cycle, Name: "stateHash" });
        return Told(hash, recorded, replayed) with { Channel = "stateHash (all outputs are equal; the controller's state or its input is not)" };

        Divergence Told(Column column, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
            new(block.FirstCycle + cycle, block.Head(cycle).NowNs, column.Name, column.Channel.Unit, Show(column.Channel, a[column.Offset..]), Show(column.Channel, b[column.Offset..]));
    }

    /// <summary>A value as people read it: doubles with every digit that tells them apart.</summary>
    internal static string Show(Channel channel, ReadOnlySpan<byte> bytes) => channel.Type switch
    {
        ChannelType.Int32 => MemoryMarshal.Read<int>(bytes).ToString(CultureInfo.InvariantCulture),
        ChannelType.Int64 => MemoryMarshal.Read<long>(bytes).ToString(CultureInfo.InvariantCulture),
        ChannelType.UInt64 => MemoryMarshal.Read<ulong>(bytes).ToString("x16", CultureInfo.InvariantCulture),
        _ => MemoryMarshal.Read<double>(bytes).ToString("R", CultureInfo.InvariantCulture),
    };

    private static byte[] RowOf(RowLayout layout, CycleHead head, CycleResult result)
    {
        byte[] row = new byte[layout.Size];
        CycleHead own = head with { StateHash = result.StateHash, EventCount = result.EventCount, EventsLost = result.EventsLost };
        MemoryMarshal.Write(row, own);
        MemoryMarshal.Write(row.AsSpan(layout.PlantOutput), result.Plant);
        MemoryMarshal.AsBytes(result.Hoists.AsSpan()).CopyTo(row.AsSpan(layout.HoistOutputs));
        return row;
    }

    private static bool Differs(Column column, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        column.Offset >= 0 && !a.Slice(column.Offset, column.Channel.Size).SequenceEqual(b.Slice(column.Offset, column.Channel.Size));

    private static Divergence? FindInEvents(RowLayout layout, ReadOnlySpan<Event> recorded, CycleResult result)
    {
        ReadOnlySpan<byte> a = MemoryMarshal.AsBytes(recorded), b = MemoryMarshal.AsBytes(result.Events.AsSpan(0, result.EventCount));
        int size = ChannelDictionary.SizeOf(ChannelGroup.Event);
        for (int i = 0; i < Math.Min(recorded.Length, result.EventCount); i++)
            foreach (Column column in layout.Events)
                if (Differs(column, a.Slice(i * size, size), b.Slice(i * size, size)))
                    return new Divergence(0, 0, FormattableString.Invariant($"event[{i}].{column.Channel.Name}"), column.Channel.Unit, Show(column.Channel, a[(i * size + column.Offset)..]), Show(column.Channel, b[(i * size + column.Offset)..]));
        if (recorded.Length == result.EventCount) return null;
        return new Divergence(0, 0, "eventCount", "", Count(recorded.Length), Count(result.EventCount));
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
