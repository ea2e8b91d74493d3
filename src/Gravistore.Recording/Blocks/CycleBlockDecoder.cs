using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gravistore.Core.Images;
using Gravistore.Recording.Channels;
using Gravistore.Recording.Coding;

namespace Gravistore.Recording.Blocks;

/// <summary>
/// Reads the content of a block of cycles. Channels that this build does not have are left out, those that the file does not have are 0.
/// What is read into one block again and again stays where it is even; nothing else may fill that block meanwhile.
/// </summary>
internal sealed class CycleBlockDecoder(RowLayout layout)
{
    private readonly bool[] _even = new bool[layout.Rows.Length];
    private long[] _words = [], _listed = [];
    private CycleBlock? _block;
    private int _count;

    /// <exception cref="RecordingFormatException">No recorder writes such a content.</exception>
    public void Read(ReadOnlySpan<byte> content, CycleBlock block)
    {
        ByteSource source = new(content);
        int cycles = source.Count(CycleBlock.Capacity), commands = source.Count(CycleBlock.CommandCapacity), events = source.Count(CycleBlock.EventCapacity);
        int proposals = layout.Proposals.Length > 0 ? source.Count(CycleBlock.MostProposals(layout)) : 0;
        block.Resize(cycles, commands, events, proposals);
        ReadRows(ref source, block);
        ReadList(ref source, layout.Commands, MemoryMarshal.AsBytes(block.Commands), ChannelDictionary.SizeOf(ChannelGroup.Command), commands);
        ReadList(ref source, layout.Events, MemoryMarshal.AsBytes(block.Events), ChannelDictionary.SizeOf(ChannelGroup.Event), events);
        ReadList(ref source, layout.Proposals, MemoryMarshal.AsBytes(block.Proposals), ChannelDictionary.SizeOf(ChannelGroup.Proposal), proposals);
        if (!source.AtEnd) throw new RecordingFormatException($"{content.Length - source.Position} bytes too many");
        CheckCounts(block);
    }

    /// <summary>Reads what was true of the plant in the cycles of a block that has been read.</summary>
    /// <exception cref="RecordingFormatException">No recorder writes such a content.</exception>
    public void ReadTruth(ReadOnlySpan<byte> content, CycleBlock block)
    {
        ByteSource source = new(content);
        if (source.Count(CycleBlock.Capacity) != block.CycleCount) throw new RecordingFormatException("the truth of other cycles");
        ReadList(ref source, layout.Truth, block.Truth, layout.TruthSize, block.CycleCount);
        if (!source.AtEnd) throw new RecordingFormatException($"{content.Length - source.Position} bytes too many");
    }

    private void CheckCounts(CycleBlock block)
    {
        int commands = 0, events = 0, proposals = 0;
        for (int i = 0; i < block.CycleCount; i++)
        {
            ref CycleHead head = ref block.Head(i);
            if (!IsCount(head.CommandCount, CycleInput.MaxCommands) || !IsCount(head.EventCount, CycleResult.MaxEvents) || !IsCount(head.ProposalCount, CycleResult.MaxProposals(layout.HoistCount)))
                throw new RecordingFormatException("a cycle with more commands, events or proposals than there can be");
            commands += head.CommandCount;
            events += head.EventCount;
            proposals += head.ProposalCount;
        }
        if (commands != block.CommandCount || events != block.EventCount || proposals != block.ProposalCount) throw new RecordingFormatException("commands, events or proposals that belong to no cycle");
    }

    private static bool IsCount(int count, int most) => count >= 0 && count <= most;

    private void ReadList(ref ByteSource source, Column[] columns, Span<byte> rows, int rowSize, int count)
    {
        if (_listed.Length < columns.Length * count) _listed = new long[columns.Length * count];
        for (int i = 0; i < columns.Length; i++)
        {
            ColumnDecoder.Read(ref source, _listed, i, count, columns[i].Sibling);
            if (columns[i].Offset >= 0) Scatter(columns[i], _listed.AsSpan(i * count, count), rows, rowSize);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadRows(ref ByteSource source, CycleBlock block)
    {
        int count = block.CycleCount;
        if (_words.Length < layout.Rows.Length * count) _words = new long[layout.Rows.Length * count];
        if (block != _block || count != _count) Forget(block);
        // A block that turns out to make no sense leaves nothing to build upon.
        _block = null;
        for (int i = 0; i < layout.Rows.Length; i++)
        {
            Column column = layout.Rows[i];
            if (StaysEven(ref source, i, column.Sibling)) continue;
            Span<long> words = _words.AsSpan(i * count, count);
            ColumnMode mode = ColumnDecoder.Read(ref source, _words, i, count, column.Sibling);
            _even[i] = mode is ColumnMode.Zero or ColumnMode.Constant || (mode == ColumnMode.Sibling && _even[column.Sibling]);
            if (column.Offset >= 0) Scatter(column, words, block.Rows, layout.Size);
        }
        (_block, _count) = (block, count);
    }

    // Most columns have one value for minutes: their words and rows are as the block before has left them.
    private bool StaysEven(ref ByteSource source, int column, int sibling)
    {
        if (!_even[column]) return false;
        ByteSource ahead = source;
        long? value = (ColumnMode)ahead.Byte() switch
        {
            ColumnMode.Zero => 0,
            ColumnMode.Constant => Coding.Words.Unfold(ahead.Varint()),
            ColumnMode.Sibling when sibling >= 0 && _even[sibling] => _words[sibling * _count],
            _ => null,
        };
        if (value != _words[column * _count]) return false;
        source = ahead;
        return true;
    }

    private void Forget(CycleBlock block)
    {
        block.Rows.Clear();
        Array.Clear(_even);
        _count = block.CycleCount;
    }

    // Every value has its place within a row, and the rows are as many as the words.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(Column column, ReadOnlySpan<long> words, Span<byte> rows, int rowSize)
    {
        if (words.Length == 0) return;
        ref byte first = ref rows.Slice(column.Offset, (words.Length - 1) * rowSize + column.Channel.Size)[0];
        switch (column.Channel.Type)
        {
            case ChannelType.Int32:
                for (int i = 0; i < words.Length; i++) Unsafe.WriteUnaligned(ref Unsafe.Add(ref first, i * rowSize), (int)words[i]);
                break;
            case ChannelType.Float64:
                for (int i = 0; i < words.Length; i++) Unsafe.WriteUnaligned(ref Unsafe.Add(ref first, i * rowSize), Coding.Words.Order(words[i]));
                break;
            default:
                for (int i = 0; i < words.Length; i++) Unsafe.WriteUnaligned(ref Unsafe.Add(ref first, i * rowSize), words[i]);
                break;
        }
    }
}
