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
    public static Divergence Find(RowLayout layout, CycleBlock block, CyclePlace place, CycleResult result)
    {
        int cycle = place.Row;
        ref CycleHead head = ref block.Head(cycle);
        byte[] replayed = RowOf(layout, head, result);
        ReadOnlySpan<byte> recorded = block.Row(cycle);
        foreach (Column column in layout.Rows.Where(c => c.Channel.Group is ChannelGroup.PlantOutput or ChannelGroup.HoistOutput))
            if (Differs(column, recorded, replayed)) return Told(column, recorded, replayed);
        Divergence? listed = FindInList("event", layout.Events, MemoryMarshal.AsBytes(block.EventsOf(place)), MemoryMarshal.AsBytes(result.Events.AsSpan(0, result.EventCount)), ChannelDictionary.SizeOf(ChannelGroup.Event));
        if (layout.Proposals.Length > 0)
            listed ??= FindInList("proposal", layout.Proposals, MemoryMarshal.AsBytes(block.ProposalsOf(place)), MemoryMarshal.AsBytes(result.Proposals.AsSpan(0, result.ProposalCount)), ChannelDictionary.SizeOf(ChannelGroup.Proposal));
        if (listed is not null) return listed with { Cycle = block.FirstCycle + cycle, TimeNs = head.NowNs };
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
        CycleHead own = head with { StateHash = result.StateHash, EventCount = result.EventCount, EventsLost = result.EventsLost, ProposalCount = result.ProposalCount, ProposalsLost = result.ProposalsLost };
        MemoryMarshal.Write(row, own);
        MemoryMarshal.Write(row.AsSpan(layout.PlantOutput), result.Plant);
        MemoryMarshal.AsBytes(result.Hoists.AsSpan()).CopyTo(row.AsSpan(layout.HoistOutputs));
        return row;
    }

    private static bool Differs(Column column, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        column.Offset >= 0 && !a.Slice(column.Offset, column.Channel.Size).SequenceEqual(b.Slice(column.Offset, column.Channel.Size));

    // What a cycle has any number of: value by value as far as both go, then how many.
    private static Divergence? FindInList(string name, Column[] columns, ReadOnlySpan<byte> recorded, ReadOnlySpan<byte> replayed, int size)
    {
        int both = Math.Min(recorded.Length, replayed.Length) / size;
        for (int i = 0; i < both; i++)
            foreach (Column column in columns)
                if (Differs(column, recorded.Slice(i * size, size), replayed.Slice(i * size, size)))
                    return new Divergence(0, 0, FormattableString.Invariant($"{name}[{i}].{column.Channel.Name}"), column.Channel.Unit, Show(column.Channel, recorded[(i * size + column.Offset)..]), Show(column.Channel, replayed[(i * size + column.Offset)..]));
        return recorded.Length == replayed.Length ? null : new Divergence(0, 0, $"{name}Count", "", Count(recorded.Length / size), Count(replayed.Length / size));
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
