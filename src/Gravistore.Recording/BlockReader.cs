using Gravistore.Core;
using Gravistore.Recording.Blocks;
using Gravistore.Recording.Coding;

namespace Gravistore.Recording;

/// <summary>Decodes blocks of a recording. One for each thread that reads.</summary>
internal sealed class BlockReader(RecordingFile file)
{
    private readonly CycleBlockDecoder _decoder = new(file.Layout);
    private byte[] _content = [];

    /// <summary>Reads a block of cycles; false, with a further damage noted, when its content makes no sense.</summary>
    public bool TryRead(BlockPlace place, CycleBlock block)
    {
        block.Begin(place.Head.FirstCycle);
        try
        {
            _decoder.Read(file.Content(place, ref _content), block);
            return true;
        }
        catch (RecordingFormatException e)
        {
            file.Note(place, e);
            return false;
        }
    }

    /// <summary>Reads what was true of the plant in the cycles of a block that has been read; false, with a further damage noted, when it makes no sense.</summary>
    public bool TryReadTruth(BlockPlace place, CycleBlock block)
    {
        try
        {
            _decoder.ReadTruth(file.Content(place, ref _content), block);
            return true;
        }
        catch (RecordingFormatException e)
        {
            file.Note(place, e);
            return false;
        }
    }

    /// <summary>Reads a snapshot; false, with a further damage noted, when its content makes no sense.</summary>
    public bool TryRead(BlockPlace place, ControllerState state)
    {
        try
        {
            StateSnapshot.Read(file.Content(place, ref _content), state);
            return true;
        }
        catch (RecordingFormatException e)
        {
            file.Note(place, e);
            return false;
        }
    }
}
