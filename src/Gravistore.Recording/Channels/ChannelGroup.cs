namespace Gravistore.Recording.Channels;

/// <summary>Where a channel belongs. The numbers are part of the file format.</summary>
public enum ChannelGroup : byte
{
    /// <summary>One value a cycle: time, counts, state hash.</summary>
    Cycle = 0,
    PlantInput = 1,
    /// <summary>One value a cycle and hoist.</summary>
    HoistInput = 2,
    PlantOutput = 3,
    /// <summary>One value a cycle and hoist.</summary>
    HoistOutput = 4,
    /// <summary>One value for each command given.</summary>
    Command = 5,
    /// <summary>One value for each event raised.</summary>
    Event = 6,
    /// <summary>One value for each proposal of a protection.</summary>
    Proposal = 7,
    /// <summary>One value a cycle of what is true of a simulated plant, in blocks of their own.</summary>
    PlantTruth = 8,
    /// <summary>One value a cycle and hoist of what is true of it.</summary>
    HoistTruth = 9,
}
