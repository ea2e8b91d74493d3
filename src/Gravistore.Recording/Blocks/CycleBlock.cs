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
    /// <summary>Cycles whose most proposals fit; with fewer of them more cycles do.</summary>
    private const int ProposalCycles = 16;

    private readonly RowLayout _layout;
    private readonly byte[] _rows, _truth;
    private readonly Command[] _commands = new Command[CommandCapacity];
    private readonly Event[] _events = new Event[EventCapacity];
    private readonly ProtectionProposal[] _proposals;
    private readonly int _mostProposals;
    private readonly int _hoistInputSize = ChannelDictionary.SizeOf(ChannelGroup.HoistInput), _hoistOutputSize = ChannelDictionary.SizeOf(ChannelGroup.HoistOutput), _plantOutputSize = ChannelDictionary.SizeOf(ChannelGroup.PlantOutput);
    private readonly ControllerState _state;

    public CycleBlock(RowLayout layout)
    {
        _layout = layout;
        _rows = new byte[Capacity * layout.Size];
        _truth = new byte[Capacity * layout.TruthSize];
        _mostProposals = CycleResult.MaxProposals(layout.HoistCount);
        _proposals = new ProtectionProposal[MostProposals(layout)];
        _state = new ControllerState(layout.HoistCount);
    }

    /// <summary>Number of the first cycle from 0.</summary>
    public long FirstCycle { get; private set; }
    public int CycleCount { get; private set; }
    public int CommandCount { get; private set; }
    public int EventCount { get; private set; }
    public int ProposalCount { get; private set; }
    /// <summary><see cref="State"/> holds the state before the first cycle.</summary>
    public bool HasState { get; private set; }
    public ControllerState State => _state;
    /// <summary>One more cycle fits, whatever it brings.</summary>
    public bool HasRoom => CycleCount < Capacity && EventCount <= EventCapacity - CycleResult.MaxEvents && ProposalCount <= _proposals.Length - _mostProposals;

    /// <summary>All rows, one after the other.</summary>
    public Span<byte> Rows => _rows.AsSpan(0, CycleCount * _layout.Size);
    public Span<byte> Row(int cycle) => _rows.AsSpan(cycle * _layout.Size, _layout.Size);
    public ref CycleHead Head(int cycle) => ref MemoryMarshal.AsRef<CycleHead>(Row(cycle));
    /// <summary>What is true of the plant at the beginning of each cycle, a row each; empty where none is recorded.</summary>
    public Span<byte> Truth => _truth.AsSpan(0, CycleCount * _layout.TruthSize);
    public ReadOnlySpan<double> TruthRow(int cycle) => MemoryMarshal.Cast<byte, double>(_truth.AsSpan(cycle * _layout.TruthSize, _layout.TruthSize));
    public Span<Command> Commands => _commands.AsSpan(0, CommandCount);
    public Span<Event> Events => _events.AsSpan(0, EventCount);
    public Span<ProtectionProposal> Proposals => _proposals.AsSpan(0, ProposalCount);

    /// <summary>Proposals of a block at most; it is closed while one more cycle of the most still fits.</summary>
    public static int MostProposals(RowLayout layout) => ProposalCycles * CycleResult.MaxProposals(layout.HoistCount);

    /// <summary>Begins anew.</summary>
    public void Begin(long firstCycle)
    {
        FirstCycle = firstCycle;
        (CycleCount, CommandCount, EventCount, ProposalCount, HasState) = (0, 0, 0, 0, false);
    }

    /// <summary>Keeps a copy of the state before the first cycle.</summary>
    public void Keep(ControllerState state)
    {
        state.CopyTo(_state);
        HasState = true;
    }

    /// <summary>Makes room for what a decoder fills in.</summary>
    public void Resize(int cycles, int commands, int events, int proposals) => (CycleCount, CommandCount, EventCount, ProposalCount) = (cycles, commands, events, proposals);

    /// <summary>Adds one cycle: plain copies.</summary>
    public void Add(CycleInput input, CycleResult result, ReadOnlySpan<double> truth = default)
    {
        int commands = Math.Clamp(input.CommandCount, 0, CycleInput.MaxCommands);
        MemoryMarshal.AsBytes(truth).CopyTo(_truth.AsSpan(CycleCount * _layout.TruthSize));
        Span<byte> row = Row(CycleCount++);
        ref CycleHead head = ref MemoryMarshal.AsRef<CycleHead>(row);
        head = new CycleHead
        {
            NowNs = input.NowNs,
            StateHash = result.StateHash,
            CommandCount = commands,
            EventCount = result.EventCount,
            EventsLost = result.EventsLost,
            ProposalCount = result.ProposalCount,
            ProposalsLost = result.ProposalsLost,
        };
        MemoryMarshal.Write(row[_layout.PlantInput..], input.Plant);
        MemoryMarshal.AsBytes(input.Hoists.AsSpan()).CopyTo(row[_layout.HoistInputs..]);
        MemoryMarshal.Write(row[_layout.PlantOutput..], result.Plant);
        MemoryMarshal.AsBytes(result.Hoists.AsSpan()).CopyTo(row[_layout.HoistOutputs..]);
        input.Commands.AsSpan(0, commands).CopyTo(_commands.AsSpan(CommandCount));
        result.Events.AsSpan(0, result.EventCount).CopyTo(_events.AsSpan(EventCount));
        result.Proposals.AsSpan(0, result.ProposalCount).CopyTo(_proposals.AsSpan(ProposalCount));
        CommandCount += commands;
        EventCount += result.EventCount;
        ProposalCount += result.ProposalCount;
    }

    /// <summary>Where the cycle after another lies.</summary>
    public CyclePlace After(CyclePlace place)
    {
        ref CycleHead head = ref Head(place.Row);
        return new CyclePlace(place.Row + 1, place.Command + head.CommandCount, place.Event + head.EventCount, place.Proposal + head.ProposalCount);
    }

    /// <summary>Fills an input with that of one cycle.</summary>
    public void CopyInput(CyclePlace place, CycleInput input)
    {
        ReadOnlySpan<byte> row = Row(place.Row);
        ref CycleHead head = ref Head(place.Row);
        input.NowNs = head.NowNs;
        input.Plant = MemoryMarshal.Read<PlantInput>(row[_layout.PlantInput..]);
        Part(row, _layout.HoistInputs, ChannelGroup.HoistInput).CopyTo(MemoryMarshal.AsBytes(input.Hoists.AsSpan()));
        input.CommandCount = head.CommandCount;
        _commands.AsSpan(place.Command, head.CommandCount).CopyTo(input.Commands);
    }

    /// <summary>Fills a result with that of one cycle.</summary>
    public void CopyResult(CyclePlace place, CycleResult result)
    {
        ReadOnlySpan<byte> row = Row(place.Row);
        ref CycleHead head = ref Head(place.Row);
        result.Plant = MemoryMarshal.Read<PlantOutput>(row[_layout.PlantOutput..]);
        Part(row, _layout.HoistOutputs, ChannelGroup.HoistOutput).CopyTo(MemoryMarshal.AsBytes(result.Hoists.AsSpan()));
        (result.EventCount, result.EventsLost, result.ProposalCount, result.ProposalsLost, result.StateHash) = (head.EventCount, head.EventsLost, head.ProposalCount, head.ProposalsLost, head.StateHash);
        EventsOf(place).CopyTo(result.Events);
        ProposalsOf(place).CopyTo(result.Proposals);
    }

    /// <summary>Events and proposals of one cycle.</summary>
    public ReadOnlySpan<Event> EventsOf(CyclePlace place) => _events.AsSpan(place.Event, Head(place.Row).EventCount);
    public ReadOnlySpan<ProtectionProposal> ProposalsOf(CyclePlace place) => _proposals.AsSpan(place.Proposal, Head(place.Row).ProposalCount);

    /// <summary>Whether a result is that of one cycle, to the bit, as far as the file tells.</summary>
    public bool IsResult(CyclePlace place, CycleResult result) => Head(place.Row).StateHash == result.StateHash && IsOutput(place, result);

    /// <summary>The same without the state hash, which tells of the input and the controller's state too.</summary>
    public bool IsOutput(CyclePlace place, CycleResult result)
    {
        ReadOnlySpan<byte> row = Row(place.Row);
        ref CycleHead head = ref Head(place.Row);
        return head.EventCount == result.EventCount && head.EventsLost == result.EventsLost
            && MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref result.Plant, 1)).SequenceEqual(row.Slice(_layout.PlantOutput, _plantOutputSize))
            && MemoryMarshal.AsBytes(result.Hoists.AsSpan()).SequenceEqual(Part(row, _layout.HoistOutputs, ChannelGroup.HoistOutput))
            && SameEvents(EventsOf(place), result) && (_layout.Proposals.Length == 0 || SameProposals(place, head, result));
    }

    private static bool SameEvents(ReadOnlySpan<Event> recorded, CycleResult result) =>
        MemoryMarshal.AsBytes(result.Events.AsSpan(0, result.EventCount)).SequenceEqual(MemoryMarshal.AsBytes(recorded));

    private bool SameProposals(CyclePlace place, in CycleHead head, CycleResult result) =>
        head.ProposalsLost == result.ProposalsLost && MemoryMarshal.AsBytes(result.Proposals.AsSpan(0, result.ProposalCount)).SequenceEqual(MemoryMarshal.AsBytes(ProposalsOf(place)));

    private ReadOnlySpan<byte> Part(ReadOnlySpan<byte> row, int from, ChannelGroup group) => row.Slice(from, _layout.HoistCount * (group == ChannelGroup.HoistInput ? _hoistInputSize : _hoistOutputSize));
}
