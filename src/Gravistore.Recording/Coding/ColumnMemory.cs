namespace Gravistore.Recording.Coding;

/// <summary>How a column was written last: most go on alike, and trying every way in every block would cost more than it saves.</summary>
internal struct ColumnMemory
{
    /// <summary>Blocks for which a way is kept before all are tried again.</summary>
    public const int KeptBlocks = 8;
    /// <summary>All ways are tried as well when the column has grown by this factor.</summary>
    public const double GrownBy = 1.2;

    /// <summary>Step of the values; 0 = none was found.</summary>
    public double Step;
    public ColumnMode Mode;
    /// <summary>Blocks for which <see cref="Mode"/> is still kept.</summary>
    public int Left;
    /// <summary>Size for each word when it was chosen [bytes].</summary>
    public double SizePerWord;
}
