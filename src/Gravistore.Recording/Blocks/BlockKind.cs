namespace Gravistore.Recording.Blocks;

/// <summary>What a block holds. The numbers are part of the file format; kinds that a reader does not know it leaves out.</summary>
public enum BlockKind : ushort
{
    /// <summary>Texts and channels; stands twice at the beginning, because nothing can be read without it.</summary>
    Header = 1,
    /// <summary>Inputs and results of some cycles.</summary>
    Cycles = 2,
    /// <summary>The controller's state before a cycle.</summary>
    Snapshot = 3,
    /// <summary>The recording was ended on purpose; its first cycle is the number of all cycles.</summary>
    End = 4,
    /// <summary>What was true of the plant in the cycles of the block before.</summary>
    Truth = 5,
}
