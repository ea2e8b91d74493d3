using System.Runtime.InteropServices;
using Gravistore.Recording.Channels;
using Gravistore.Recording.Coding;

namespace Gravistore.Recording.Blocks;

/// <summary>Reads the content of a block of cycles. Channels that this build does not have are left out, those that the file does not have are 0.</summary>
internal sealed class CycleBlockDecoder(RowLayout layout)
{
    private long[] _words = [];

    /// <exception cref="RecordingFormatException">No recorder writes such a content.</exception>
    public void Read(ReadOnlySpan<byte> content, CycleBlock block)
    {
        ByteSource source = new(content);
        int cycles = source.Count(CycleBlock.Capacity), commands = source.Count(CycleBlock.CommandCapacity), events = source.Count(CycleBlock.EventCapacity);
        block.Resize(cycles, commands, events);
        block.Rows.Clear();
        ReadTable(ref source, layout.Rows, block.Rows, layout.Size, cycles);
        ReadTable(ref source, layout.Commands, MemoryMarshal.AsBytes(block.Commands), ChannelDictionary.SizeOf(ChannelGroup.Command), commands);
        ReadTable(ref source, layout.Events, MemoryMarshal.AsBytes(block.Events), ChannelDictionary.SizeOf(ChannelGroup.Event), events);
        if (!source.AtEnd) throw new RecordingFormatException($"{content.Length - source.Position} bytes too many");
        CheckCounts(block);
    }

    private static void CheckCounts(CycleBlock block)
    {
        int commands = 0, events = 0;
        for (int i = 0; i < block.CycleCount; i++)
        {
            ref CycleHead head = ref block.Head(i);
            if (head.CommandCount < 0 || head.EventCount < 0 || head.CommandCount > Core.Images.CycleInput.MaxCommands || head.EventCount > Core.Images.CycleResult.MaxEvents)
                throw new RecordingFormatException("a cycle with more commands or events than there can be");
            commands += head.CommandCount;
            events += head.EventCount;
        }
        if (commands != block.CommandCount || events != block.EventCount) throw new RecordingFormatException("commands or events that belong to no cycle");
    }

    private void ReadTable(ref ByteSource source, Column[] columns, Span<byte> rows, int rowSize, int count)
    {
        if (_words.Length < columns.Length * count) _words = new long[columns.Length * count];
        for (int i = 0; i < columns.Length; i++)
        {
            ColumnDecoder.Read(ref source, _words, i, count, columns[i].Sibling);
            if (columns[i].Offset >= 0) Scatter(columns[i], _words.AsSpan(i * count, count), rows, rowSize);
        }
    }

    private static void Scatter(Column column, ReadOnlySpan<long> words, Span<byte> rows, int rowSize)
    {
        int at = column.Offset;
        bool isDouble = column.Channel.Type == ChannelType.Float64;
        if (column.Channel.Type == ChannelType.Int32)
            for (int i = 0; i < words.Length; i++, at += rowSize) MemoryMarshal.Write(rows[at..], (int)words[i]);
        else
            for (int i = 0; i < words.Length; i++, at += rowSize) MemoryMarshal.Write(rows[at..], isDouble ? Words.Order(words[i]) : words[i]);
    }
}
