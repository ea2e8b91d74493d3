namespace Gravistore.Json;

/// <summary>Turns byte offsets of a UTF-8 text into 1-based lines and columns (columns count characters, not bytes).</summary>
internal sealed class LineMap
{
    private readonly byte[] bytes;
    private int reached;
    private int line = 1;
    private int column = 1;

    public LineMap(byte[] bytes) => this.bytes = bytes;

    /// <summary>Line and column of a byte. Ascending offsets continue where the last one ended, so that a whole file on one line stays linear.</summary>
    public (int Line, int Column) At(long offset)
    {
        int end = (int)Math.Clamp(offset, 0, bytes.Length);
        if (end < reached) (reached, line, column) = (0, 1, 1);
        for (; reached < end; reached++)
        {
            if (bytes[reached] == (byte)'\n') (line, column) = (line + 1, 1);
            else if ((bytes[reached] & 0xC0) != 0x80) column++;
        }
        // Inside a character: its own column.
        return (line, reached < bytes.Length && (bytes[reached] & 0xC0) == 0x80 ? column - 1 : column);
    }

    /// <summary>Byte offset of a 0-based line and a byte position in it.</summary>
    public int Offset(long zeroBasedLine, long byteInLine)
    {
        int start = 0;
        for (long i = 0; i < zeroBasedLine; i++)
        {
            int length = bytes.AsSpan(start).IndexOf((byte)'\n');
            if (length < 0) break;
            start += length + 1;
        }
        return (int)Math.Clamp(start + byteInLine, 0, bytes.Length);
    }
}
