using System.Runtime.InteropServices;
using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Recording.Channels;

namespace Gravistore.Recording.Blocks;

/// <summary>Some cycles in memory: a row each, their commands and events one after the other, and perhaps the state before the first.</summary>
internal sealed class CycleBlock
{
    /// <summary>Cycles of a block at most: two seconds.</summary>
    public const int Capacity = 200;
    /// <summary>Commands and events of a block at most; it is closed while one more cycle of the most still fits.</summary>
    public const int CommandCapacity = Capacity * CycleInput.MaxCommands, EventCapacity = 4 * CycleResult.MaxEvents;

    private readonly RowLayout _layout;
    private readonly byte[] _rows;
    private readonly Command[] _commands = new Command[CommandCapacity];
    private readonly Event[] _events = new Event[EventCapacity];
    private readonly ControllerState _state;

    public CycleBlock(RowLayout layout)
    {
        _layout = layout;
        _rows = new byte[Capacity * layout.Size];
        _state = new ControllerState(layout.HoistCount);
    }

    /// <summary>Number of the first cycle from 0.</summary>
    public long FirstCycle { get; private set; }
    public int CycleCount { get; private set; }
    public int CommandCount { get; private set; }
    public int EventCount { get; private set; }
    /// <summary><see cref="State"/> holds the state before the first cycle.</summary>
    public bool HasState { get; private set; }
    public ControllerState State => _state;
    /// <summary>One more cycle fits, whatever it brings.</summary>
    public bool HasRoom => CycleCount < Capacity && EventCount <= EventCapacity - CycleResult.MaxEvents;

    /// <summary>All rows, one after the other.</summary>
    public Span<byte> Rows => _rows.AsSpan(0, CycleCount * _layout.Size);
    public Span<byte> Row(int cycle) => _rows.AsSpan(cycle * _layout.Size, _layout.Size);
    public ref CycleHead Head(int cycle) => ref MemoryMarshal.AsRef<CycleHead>(Row(cycle));
    public Span<Command> Commands => _commands.AsSpan(0, CommandCount);
    public Span<Event> Events => _events.AsSpan(0, EventCount);

    /// <summary>Begins anew.</summary>
    public void Begin(long firstCycle)
    {
        FirstCycle = firstCycle;
        (CycleCount, CommandCount, EventCount, HasState) = (0, 0, 0, false);
    }

    /// <summary>Keeps a copy of the state before the first cycle.</summary>
    public void Keep(ControllerState state)
    {
        state.CopyTo(_state);
        HasState = true;
    }

    /// <summary>Makes room for what a decoder fills in.</summary>
    public void Resize(int cycles, int commands, int events) => (CycleCount, CommandCount, EventCount) = (cycles, commands, events);

    /// <summary>Adds one cycle: plain copies.</summary>
    public void Add(CycleInput input, CycleResult result)
    {
        int commands = Math.Clamp(input.CommandCount, 0, CycleInput.MaxCommands);
        Span<byte> row = Row(CycleCount++);
        ref CycleHead head = ref MemoryMarshal.AsRef<CycleHead>(row);
        head = new CycleHead { NowNs = input.NowNs, StateHash = result.StateHash, CommandCount = commands, EventCount = result.EventCount, EventsLost = result.EventsLost };
        MemoryMarshal.Write(row[_layout.PlantInput..], input.Plant);
        MemoryMarshal.AsBytes(input.Hoists.AsSpan()).CopyTo(row[_layout.HoistInputs..]);
        MemoryMarshal.Write(row[_layout.PlantOutput..], result.Plant);
        MemoryMarshal.AsBytes(result.Hoists.AsSpan()).CopyTo(row[_layout.HoistOutputs..]);
        input.Commands.AsSpan(0, commands).CopyTo(_commands.AsSpan(CommandCount));
        result.Events.AsSpan(0, result.EventCount).CopyTo(_events.AsSpan(EventCount));
        CommandCount += commands;
        EventCount += result.EventCount;
    }

    /// <summary>Fills an input with that of one cycle.</summary>
    /// <param name="cycle">Which one of this block.</param>
    /// <param name="firstCommand">Where its commands begin in <see cref="Commands"/>.</param>
    /// <param name="input">Receives it.</param>
    public void CopyInput(int cycle, int firstCommand, CycleInput input)
    {
        ReadOnlySpan<byte> row = Row(cycle);
        ref CycleHead head = ref Head(cycle);
        input.NowNs = head.NowNs;
        input.Plant = MemoryMarshal.Read<PlantInput>(row[_layout.PlantInput..]);
        Part(row, _layout.HoistInputs, ChannelGroup.HoistInput).CopyTo(MemoryMarshal.AsBytes(input.Hoists.AsSpan()));
        input.CommandCount = head.CommandCount;
        _commands.AsSpan(firstCommand, head.CommandCount).CopyTo(input.Commands);
    }

    /// <summary>Whether a result is that of one cycle, to the bit.</summary>
    /// <param name="cycle">Which one of this block.</param>
    /// <param name="firstEvent">Where its events begin in <see cref="Events"/>.</param>
    /// <param name="result">What to compare.</param>
    public bool IsResult(int cycle, int firstEvent, CycleResult result)
    {
        ReadOnlySpan<byte> row = Row(cycle);
        ref CycleHead head = ref Head(cycle);
        return head.StateHash == result.StateHash && head.EventCount == result.EventCount && head.EventsLost == result.EventsLost
            && MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref result.Plant, 1)).SequenceEqual(row.Slice(_layout.PlantOutput, ChannelDictionary.SizeOf(ChannelGroup.PlantOutput)))
            && MemoryMarshal.AsBytes(result.Hoists.AsSpan()).SequenceEqual(Part(row, _layout.HoistOutputs, ChannelGroup.HoistOutput))
            && MemoryMarshal.AsBytes(result.Events.AsSpan(0, result.EventCount)).SequenceEqual(MemoryMarshal.AsBytes(_events.AsSpan(firstEvent, head.EventCount)));
    }

    private ReadOnlySpan<byte> Part(ReadOnlySpan<byte> row, int from, ChannelGroup group) => row.Slice(from, _layout.HoistCount * ChannelDictionary.SizeOf(group));
}
