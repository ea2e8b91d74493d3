namespace Gravistore.Recording.Coding;

/// <summary>How a column is written; its first byte. The numbers are part of the file format.</summary>
internal enum ColumnMode : byte
{
    /// <summary>Every word is 0.</summary>
    Zero = 0,
    /// <summary>Every word is the one that follows.</summary>
    Constant = 1,
    /// <summary>Word by word the same channel of the hoist before.</summary>
    Sibling = 2,
    /// <summary>Differences of order 1, 2, 3.</summary>
    Order1 = 3,
    Order2 = 4,
    Order3 = 5,
    /// <summary>Doubles near whole multiples of one step.</summary>
    Steps = 6,
    /// <summary>Doubles near a straight line over another column.</summary>
    Line = 7,
    /// <summary>Eight bytes a word.</summary>
    Raw = 8,
    /// <summary>Whole numbers whose differences repeat.</summary>
    Period = 9,
}
