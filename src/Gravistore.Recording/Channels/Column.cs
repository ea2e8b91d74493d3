namespace Gravistore.Recording.Channels;

/// <summary>One channel of one hoist, or of the plant: the values of a block's cycles one below the other.</summary>
/// <param name="Channel">What it holds.</param>
/// <param name="Hoist">Hoist number from 0; -1 for the plant, a command or an event.</param>
/// <param name="Offset">Place in a row of this build [bytes]; -1 = this build has no such channel.</param>
/// <param name="Sibling">Number of the same channel's column of the hoist before; -1 = none.</param>
/// <param name="Source">Number of a column on which this one depends nearly linearly; -1 = none.</param>
internal sealed record Column(Channel Channel, int Hoist, int Offset, int Sibling, int Source)
{
    /// <summary>Name for people and programs, such as hoist[3].input.speedMps.</summary>
    public string Name => Channel.Group switch
    {
        ChannelGroup.PlantInput => $"plant.input.{Channel.Name}",
        ChannelGroup.PlantOutput => $"plant.output.{Channel.Name}",
        ChannelGroup.HoistInput => $"hoist[{Hoist}].input.{Channel.Name}",
        ChannelGroup.HoistOutput => $"hoist[{Hoist}].output.{Channel.Name}",
        ChannelGroup.Command => $"command.{Channel.Name}",
        ChannelGroup.Event => $"event.{Channel.Name}",
        ChannelGroup.PlantTruth => $"plant.truth.{Channel.Name}",
        ChannelGroup.HoistTruth => $"hoist[{Hoist}].truth.{Channel.Name}",
        ChannelGroup.Proposal => $"proposal.{Channel.Name}",
        _ => Channel.Name,
    };
}
