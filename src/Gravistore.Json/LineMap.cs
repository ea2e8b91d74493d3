namespace Gravistore.Json;

/// <summary>Turns byte offsets of a UTF-8 text into 1-based lines and columns (columns count characters, not bytes).</summary>
internal sealed class LineMap
{
    private readonly byte[] bytes;
    private readonly List<int> starts = [0];

    public LineMap(byte[] bytes)
    {
        this.bytes = bytes;
        for (int i = 0; i < bytes.Length; i++)
            if (bytes[i] == (byte)'\n') starts.Add(i + 1);
    }

    public (int Line, int Column) At(long offset)
    {
        int end = (int)Math.Clamp(offset, 0, bytes.Length);
        int index = starts.BinarySearch(end);
        if (index < 0) index = ~index - 1;
        int column = 1;
        for (int i = starts[index]; i < end; i++)
            if ((bytes[i] & 0xC0) != 0x80) column++;
        return (index + 1, column);
    }

    /// <summary>Byte offset of a 0-based line and a byte position in it.</summary>
    public int Offset(long line, long byteInLine)
    {
        int start = starts[(int)Math.Clamp(line, 0, starts.Count - 1)];
        return (int)Math.Clamp(start + byteInLine, 0, bytes.Length);
    }
}
