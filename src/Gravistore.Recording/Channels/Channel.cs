namespace Gravistore.Recording.Channels;

/// <summary>One value of a cycle, a command or an event.</summary>
/// <param name="Group">Where it belongs.</param>
/// <param name="Name">Name within its group, such as speedMps.</param>
/// <param name="Type">How it is stored.</param>
/// <param name="Unit">Unit; empty for a number without one.</param>
/// <param name="Offset">Place in the group's own structure in memory [bytes]; no part of the file.</param>
public sealed record Channel(ChannelGroup Group, string Name, ChannelType Type, string Unit, int Offset)
{
    /// <summary>Size of the value in memory [bytes].</summary>
    public int Size => Type == ChannelType.Int32 ? 4 : 8;

    /// <summary>The channel has a value for each hoist.</summary>
    public bool IsPerHoist => Group is ChannelGroup.HoistInput or ChannelGroup.HoistOutput or ChannelGroup.HoistTruth;
}
