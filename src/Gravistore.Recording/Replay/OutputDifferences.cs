using System.Runtime.InteropServices;
using Gravistore.Core.Images;
using Gravistore.Recording.Channels;

namespace Gravistore.Recording.Replay;

/// <summary>Keeps for every output how far it ever was from the recorded one.</summary>
internal sealed class OutputDifferences
{
    private readonly RowLayout _layout;
    private readonly Column[] _columns;
    private readonly OutputDifference?[] _found;
    private readonly byte[] _row;

    public OutputDifferences(RowLayout layout)
    {
        _layout = layout;
        _columns = [.. layout.Rows.Where(c => c.Offset >= 0 && c.Channel.Group is ChannelGroup.PlantOutput or ChannelGroup.HoistOutput)];
        _found = new OutputDifference?[_columns.Length];
        _row = new byte[layout.Size];
    }

    public IReadOnlyList<OutputDifference> Found => [.. _found.OfType<OutputDifference>().OrderBy(d => d.FirstNs)];

    public void Take(long timeNs, ReadOnlySpan<byte> recorded, CycleResult replayed)
    {
        MemoryMarshal.Write(_row.AsSpan(_layout.PlantOutput), replayed.Plant);
        MemoryMarshal.AsBytes(replayed.Hoists.AsSpan()).CopyTo(_row.AsSpan(_layout.HoistOutputs));
        for (int i = 0; i < _columns.Length; i++)
        {
            Column column = _columns[i];
            ReadOnlySpan<byte> a = recorded.Slice(column.Offset, column.Channel.Size), b = _row.AsSpan(column.Offset, column.Channel.Size);
            if (!a.SequenceEqual(b)) Note(ref _found[i], column, timeNs, Number(column, a), Number(column, b));
        }
    }

    private static void Note(ref OutputDifference? found, Column column, long timeNs, double recorded, double replayed)
    {
        OutputDifference difference = found ?? new OutputDifference(column.Name, column.Channel.Unit, timeNs) { Recorded = recorded, Replayed = replayed, LargestNs = timeNs };
        if (Math.Abs(replayed - recorded) > Math.Abs(difference.Largest)) difference = difference with { Recorded = recorded, Replayed = replayed, LargestNs = timeNs };
        found = difference with { Cycles = difference.Cycles + 1 };
    }

    private static double Number(Column column, ReadOnlySpan<byte> bytes) => column.Channel.Type switch
    {
        ChannelType.Int32 => MemoryMarshal.Read<int>(bytes),
        ChannelType.Int64 => MemoryMarshal.Read<long>(bytes),
        ChannelType.UInt64 => MemoryMarshal.Read<ulong>(bytes),
        _ => MemoryMarshal.Read<double>(bytes),
    };
}
