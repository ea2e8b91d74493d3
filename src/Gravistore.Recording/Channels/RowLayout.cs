namespace Gravistore.Recording.Channels;

/// <summary>How one cycle lies in memory, and which columns a block has. A row: head, plant input, hoist inputs, plant output, hoist outputs.</summary>
internal sealed class RowLayout
{
    // What follows from another value by a straight line, nearly: the rest is small and so is its code.
    private static readonly (ChannelGroup Group, string Name, ChannelGroup SourceGroup, string SourceName)[] Lines =
    [
        (ChannelGroup.HoistOutput, "weightDepthM", ChannelGroup.HoistInput, "ropeLengthM"),
        (ChannelGroup.HoistOutput, "expectedRopeForceN", ChannelGroup.HoistInput, "ropeLengthM"),
        (ChannelGroup.PlantOutput, "potentialEnergyJ", ChannelGroup.PlantOutput, "stateOfCharge"),
    ];

    /// <summary>The layout of this build.</summary>
    public RowLayout(int hoistCount) : this(hoistCount, ChannelDictionary.All)
    {
    }

    /// <summary>The columns of a file with the places that this build has for them.</summary>
    public RowLayout(int hoistCount, IReadOnlyList<Channel> channels)
    {
        HoistCount = hoistCount;
        PlantInput = ChannelDictionary.SizeOf(ChannelGroup.Cycle);
        HoistInputs = PlantInput + ChannelDictionary.SizeOf(ChannelGroup.PlantInput);
        PlantOutput = HoistInputs + hoistCount * ChannelDictionary.SizeOf(ChannelGroup.HoistInput);
        HoistOutputs = PlantOutput + ChannelDictionary.SizeOf(ChannelGroup.PlantOutput);
        Size = HoistOutputs + hoistCount * ChannelDictionary.SizeOf(ChannelGroup.HoistOutput);
        Rows = Columns(channels, ChannelGroup.Cycle, ChannelGroup.HoistOutput);
        Commands = Columns(channels, ChannelGroup.Command, ChannelGroup.Command);
        Events = Columns(channels, ChannelGroup.Event, ChannelGroup.Event);
        Proposals = Columns(channels, ChannelGroup.Proposal, ChannelGroup.Proposal);
        Truth = [.. Columns(channels, ChannelGroup.PlantTruth, ChannelGroup.HoistTruth).Select((c, i) => c with { Offset = i * sizeof(double), Sibling = -1 })];
    }

    public int HoistCount { get; }
    /// <summary>Size of a row [bytes].</summary>
    public int Size { get; }
    /// <summary>Places in a row [bytes]; the head is at 0.</summary>
    public int PlantInput { get; }
    public int HoistInputs { get; }
    public int PlantOutput { get; }
    public int HoistOutputs { get; }
    /// <summary>Columns of the rows, of the commands, of the events and of the proposals, in file order; files of version 1 have no proposals.</summary>
    public Column[] Rows { get; }
    public Column[] Commands { get; }
    public Column[] Events { get; }
    public Column[] Proposals { get; }
    /// <summary>Columns of what is true of the plant, if the file has it, float64 each; they lie in rows of their own, in file order.</summary>
    public Column[] Truth { get; }
    /// <summary>Size of such a row [bytes].</summary>
    public int TruthSize => Truth.Length * sizeof(double);

    private Column[] Columns(IReadOnlyList<Channel> channels, ChannelGroup first, ChannelGroup last)
    {
        List<Column> columns = [];
        for (ChannelGroup group = first; group <= last; group++)
        {
            Channel[] own = [.. channels.Where(c => c.Group == group)];
            int times = group is ChannelGroup.HoistInput or ChannelGroup.HoistOutput or ChannelGroup.HoistTruth ? HoistCount : 1;
            for (int i = 0; i < times; i++)
                foreach (Channel channel in own) columns.Add(Place(channel, channel.IsPerHoist ? i : -1, i > 0 ? columns.Count - own.Length : -1, columns));
        }
        return [.. columns];
    }

    private Column Place(Channel channel, int hoist, int sibling, List<Column> before)
    {
        Channel? local = ChannelDictionary.All.FirstOrDefault(c => c.Group == channel.Group && c.Name == channel.Name && c.Type == channel.Type);
        int offset = local is null ? -1 : Start(channel.Group) + Math.Max(hoist, 0) * ChannelDictionary.SizeOf(channel.Group) + local.Offset;
        (_, _, ChannelGroup group, string? name) = Lines.FirstOrDefault(l => l.Group == channel.Group && l.Name == channel.Name);
        int source = name is null ? -1 : before.FindIndex(c => c.Channel.Group == group && c.Channel.Name == name && c.Hoist == hoist && c.Channel.Type == ChannelType.Float64);
        return new Column(channel, hoist, offset, sibling, source);
    }

    private int Start(ChannelGroup group) => group switch
    {
        ChannelGroup.PlantInput => PlantInput,
        ChannelGroup.HoistInput => HoistInputs,
        ChannelGroup.PlantOutput => PlantOutput,
        ChannelGroup.HoistOutput => HoistOutputs,
        _ => 0,
    };
}
