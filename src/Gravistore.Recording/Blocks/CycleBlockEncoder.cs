using System.Runtime.InteropServices;
using Gravistore.Recording.Channels;
using Gravistore.Recording.Coding;

namespace Gravistore.Recording.Blocks;

/// <summary>Writes the content of a block of cycles: counts, then column after column. Each block can be read without any other.</summary>
internal sealed class CycleBlockEncoder
{
    private readonly RowLayout _layout;
    private readonly ColumnEncoder _encoder = new(CycleBlock.CommandCapacity);
    private readonly long[] _words;
    private readonly ColumnMemory[] _rowMemory, _commandMemory, _eventMemory;

    public CycleBlockEncoder(RowLayout layout)
    {
        _layout = layout;
        int most = Math.Max(layout.Rows.Length * CycleBlock.Capacity, Math.Max(layout.Commands.Length * CycleBlock.CommandCapacity, layout.Events.Length * CycleBlock.EventCapacity));
        _words = new long[most];
        _rowMemory = new ColumnMemory[layout.Rows.Length];
        _commandMemory = new ColumnMemory[layout.Commands.Length];
        _eventMemory = new ColumnMemory[layout.Events.Length];
    }

    public void Write(CycleBlock block, ByteSink sink)
    {
        sink.UInt32((uint)block.CycleCount);
        sink.UInt32((uint)block.CommandCount);
        sink.UInt32((uint)block.EventCount);
        WriteTable(_layout.Rows, _rowMemory, block.Rows, _layout.Size, block.CycleCount, sink);
        WriteTable(_layout.Commands, _commandMemory, MemoryMarshal.AsBytes(block.Commands), ChannelDictionary.SizeOf(ChannelGroup.Command), block.CommandCount, sink);
        WriteTable(_layout.Events, _eventMemory, MemoryMarshal.AsBytes(block.Events), ChannelDictionary.SizeOf(ChannelGroup.Event), block.EventCount, sink);
    }

    private void WriteTable(Column[] columns, ColumnMemory[] memory, ReadOnlySpan<byte> rows, int rowSize, int count, ByteSink sink)
    {
        for (int i = 0; count > 0 && i < columns.Length; i++)
        {
            Column column = columns[i];
            Span<long> words = Words(i, count);
            Gather(column, rows, rowSize, words);
            ColumnContext context = new()
            {
                IsDouble = column.Channel.Type == ChannelType.Float64,
                IsMeasured = column.Channel is { Type: ChannelType.Float64, Group: ChannelGroup.PlantInput or ChannelGroup.HoistInput },
                Sibling = column.Sibling < 0 ? default : Words(column.Sibling, count),
                Source = column.Source < 0 ? default : Words(column.Source, count),
                SourceNumber = Math.Max(0, column.Source),
            };
            _encoder.Write(words, context, ref memory[i], sink);
        }
    }

    private Span<long> Words(int column, int count) => _words.AsSpan(column * count, count);

    private static void Gather(Column column, ReadOnlySpan<byte> rows, int rowSize, Span<long> words)
    {
        int at = column.Offset;
        bool isDouble = column.Channel.Type == ChannelType.Float64;
        if (column.Channel.Type == ChannelType.Int32)
            for (int i = 0; i < words.Length; i++, at += rowSize) words[i] = MemoryMarshal.Read<int>(rows[at..]);
        else
            for (int i = 0; i < words.Length; i++, at += rowSize)
            {
                long bits = MemoryMarshal.Read<long>(rows[at..]);
                words[i] = isDouble ? Coding.Words.Order(bits) : bits;
            }
    }
}
