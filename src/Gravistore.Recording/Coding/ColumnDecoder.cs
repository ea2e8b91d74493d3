namespace Gravistore.Recording.Coding;

/// <summary>Reads one column back.</summary>
internal static class ColumnDecoder
{
    /// <summary>Reads column <paramref name="number"/> of the words of a block, which lie column after column.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="block">Words of all columns; those before <paramref name="number"/> have been read.</param>
    /// <param name="number">Which column.</param>
    /// <param name="count">Words of a column.</param>
    /// <param name="sibling">Number of the column that <see cref="ColumnMode.Sibling"/> stands for; -1 = there is none.</param>
    /// <returns>How it was written.</returns>
    /// <exception cref="RecordingFormatException">No recorder writes such a column.</exception>
    public static ColumnMode Read(ref ByteSource source, Span<long> block, int number, int count, int sibling)
    {
        if (count == 0) return ColumnMode.Zero;
        Span<long> words = block.Slice(number * count, count);
        ColumnMode mode = (ColumnMode)source.Byte();
        switch (mode)
        {
            case ColumnMode.Zero: words.Clear(); break;
            case ColumnMode.Constant: words.Fill(Words.Unfold(source.Varint())); break;
            case ColumnMode.Sibling: Before(block, sibling, number, count).CopyTo(words); break;
            case ColumnMode.Order1 or ColumnMode.Order2 or ColumnMode.Order3: Differences.Read(ref source, mode - ColumnMode.Order1 + 1, words); break;
            case ColumnMode.Steps: StepCoding.Read(ref source, words); break;
            case ColumnMode.Line: LineCoding.Read(ref source, Before(block, source.UInt16(), number, count), words); break;
            case ColumnMode.Raw: for (int i = 0; i < count; i++) words[i] = source.Int64(); break;
            case ColumnMode.Period: PeriodCoding.Read(ref source, words); break;
            default: throw new RecordingFormatException($"a column written in mode {(int)mode}");
        }
        return mode;
    }

    private static ReadOnlySpan<long> Before(ReadOnlySpan<long> block, int which, int number, int count) =>
        which >= 0 && which < number ? block.Slice(which * count, count) : throw new RecordingFormatException($"column {number} builds upon column {which}");
}
