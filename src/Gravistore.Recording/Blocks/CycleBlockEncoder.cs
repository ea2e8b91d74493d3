using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gravistore.Recording.Channels;
using Gravistore.Recording.Coding;

namespace Gravistore.Recording.Blocks;

/// <summary>Writes the content of a block of cycles: counts, then column after column. Each block can be read without any other.</summary>
internal sealed class CycleBlockEncoder
{
    private readonly RowLayout _layout;
    private readonly ColumnEncoder _encoder;
    private readonly long[] _words;
    private readonly ulong[] _changed;
    private readonly ColumnMemory[] _rowMemory, _commandMemory, _eventMemory, _proposalMemory, _truthMemory;

    public CycleBlockEncoder(RowLayout layout)
    {
        _layout = layout;
        int lists = Math.Max(layout.Commands.Length * CycleBlock.CommandCapacity, layout.Events.Length * CycleBlock.EventCapacity), proposals = CycleBlock.MostProposals(layout);
        int most = Math.Max(Math.Max(layout.Rows.Length, layout.Truth.Length) * CycleBlock.Capacity, Math.Max(lists, layout.Proposals.Length * proposals));
        _words = new long[most];
        _encoder = new ColumnEncoder(Math.Max(CycleBlock.CommandCapacity, proposals));
        _changed = new ulong[layout.Size / sizeof(ulong)];
        _rowMemory = new ColumnMemory[layout.Rows.Length];
        _commandMemory = new ColumnMemory[layout.Commands.Length];
        _eventMemory = new ColumnMemory[layout.Events.Length];
        _proposalMemory = new ColumnMemory[layout.Proposals.Length];
        _truthMemory = new ColumnMemory[layout.Truth.Length];
    }

    public void Write(CycleBlock block, ByteSink sink)
    {
        sink.UInt32((uint)block.CycleCount);
        sink.UInt32((uint)block.CommandCount);
        sink.UInt32((uint)block.EventCount);
        sink.UInt32((uint)block.ProposalCount);
        WriteRows(block, sink);
        WriteList(_layout.Commands, _commandMemory, MemoryMarshal.AsBytes(block.Commands), ChannelDictionary.SizeOf(ChannelGroup.Command), block.CommandCount, sink);
        WriteList(_layout.Events, _eventMemory, MemoryMarshal.AsBytes(block.Events), ChannelDictionary.SizeOf(ChannelGroup.Event), block.EventCount, sink);
        WriteList(_layout.Proposals, _proposalMemory, MemoryMarshal.AsBytes(block.Proposals), ChannelDictionary.SizeOf(ChannelGroup.Proposal), block.ProposalCount, sink);
    }

    /// <summary>Writes what was true of the plant in the cycles of a block.</summary>
    public void WriteTruth(CycleBlock block, ByteSink sink)
    {
        sink.UInt32((uint)block.CycleCount);
        WriteList(_layout.Truth, _truthMemory, block.Truth, _layout.TruthSize, block.CycleCount, sink);
    }

    // Most columns have one value all through a block: those are found in one go, and never gathered.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WriteRows(CycleBlock block, ByteSink sink)
    {
        FindChanges(block.Rows, block.CycleCount);
        for (int i = 0; i < _layout.Rows.Length; i++)
        {
            Column column = _layout.Rows[i];
            if (Changes(column)) WriteChanging(i, column, block, sink);
            else ColumnEncoder.WriteEven(FirstWord(column, block), column.Sibling >= 0 && !Changes(_layout.Rows[column.Sibling]) ? FirstWord(_layout.Rows[column.Sibling], block) : 0, sink);
        }
    }

    private void WriteChanging(int number, Column column, CycleBlock block, ByteSink sink)
    {
        Span<long> words = Words(number, block.CycleCount);
        Gather(column, block.Rows, _layout.Size, words);
        bool sibling = column.Sibling >= 0 && Changes(_layout.Rows[column.Sibling]), source = column.Source >= 0 && Changes(_layout.Rows[column.Source]);
        ColumnContext context = new()
        {
            IsDouble = column.Channel.Type == ChannelType.Float64,
            IsMeasured = column.Channel is { Type: ChannelType.Float64, Group: ChannelGroup.PlantInput or ChannelGroup.HoistInput },
            Sibling = sibling ? Words(column.Sibling, block.CycleCount) : default,
            Source = source ? Words(column.Source, block.CycleCount) : default,
            SourceNumber = Math.Max(0, column.Source),
        };
        _encoder.Write(words, context, ref _rowMemory[number], sink);
    }

    // Which bits of a row ever differ from the first.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindChanges(ReadOnlySpan<byte> rows, int count)
    {
        Span<ulong> changed = _changed;
        changed.Clear();
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(rows), first = words[..changed.Length];
        for (int i = 1; i < count; i++)
        {
            ReadOnlySpan<ulong> row = words.Slice(i * changed.Length, changed.Length);
            int at = 0;
            for (; at <= changed.Length - Vector<ulong>.Count; at += Vector<ulong>.Count)
                (new Vector<ulong>(changed[at..]) | (new Vector<ulong>(row[at..]) ^ new Vector<ulong>(first[at..]))).CopyTo(changed[at..]);
            for (; at < changed.Length; at++) changed[at] |= row[at] ^ first[at];
        }
    }

    private bool Changes(Column column)
    {
        ReadOnlySpan<byte> changed = MemoryMarshal.AsBytes(_changed.AsSpan())[column.Offset..];
        return column.Channel.Type == ChannelType.Int32 ? MemoryMarshal.Read<int>(changed) != 0 : MemoryMarshal.Read<long>(changed) != 0;
    }

    private static long FirstWord(Column column, CycleBlock block)
    {
        ReadOnlySpan<byte> at = block.Rows[column.Offset..];
        if (column.Channel.Type == ChannelType.Int32) return MemoryMarshal.Read<int>(at);
        long bits = MemoryMarshal.Read<long>(at);
        return column.Channel.Type == ChannelType.Float64 ? Coding.Words.Order(bits) : bits;
    }

    private void WriteList(Column[] columns, ColumnMemory[] memory, ReadOnlySpan<byte> rows, int rowSize, int count, ByteSink sink)
    {
        for (int i = 0; count > 0 && i < columns.Length; i++)
        {
            Span<long> words = Words(i, count);
            Gather(columns[i], rows, rowSize, words);
            _encoder.Write(words, new ColumnContext { IsDouble = columns[i].Channel.Type == ChannelType.Float64 }, ref memory[i], sink);
        }
    }

    private Span<long> Words(int column, int count) => _words.AsSpan(column * count, count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
