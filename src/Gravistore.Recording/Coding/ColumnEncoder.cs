namespace Gravistore.Recording.Coding;

/// <summary>Writes one column in whichever way is shortest. Allocates nothing after its construction.</summary>
/// <param name="capacity">Most words of a column.</param>
internal sealed class ColumnEncoder(int capacity)
{
    private readonly StepCoding _steps = new(capacity);
    private long[] _trial = new long[capacity], _best = new long[capacity];

    /// <summary>Writes a column; without words it writes nothing.</summary>
    /// <param name="words">The values as words in their order.</param>
    /// <param name="context">What the encoder may use.</param>
    /// <param name="memory">How the column was written last; updated.</param>
    /// <param name="sink">Receives the column.</param>
    public void Write(ReadOnlySpan<long> words, in ColumnContext context, ref ColumnMemory memory, ByteSink sink)
    {
        if (words.Length == 0 || WriteEven(words, context, sink)) return;
        if (!context.IsDouble && WritePeriodic(words, sink)) return;
        double slope = context.Source.Length > 0 ? LineCoding.Slope(words, context.Source) : 0;
        if (!TryAsBefore(words, context, slope, ref memory)) Choose(words, context, slope, ref memory);
        sink.Byte((int)memory.Mode);
        WriteMode(words, memory.Mode, context.SourceNumber, slope, sink);
    }

    private bool TryAsBefore(ReadOnlySpan<long> words, in ColumnContext context, double slope, ref ColumnMemory memory)
    {
        if (memory.Left-- <= 0) return false;
        int size = memory.Mode switch
        {
            ColumnMode.Steps => _steps.Try(words, memory.Step),
            ColumnMode.Line => slope == 0 ? int.MaxValue : TryLine(words, context.Source, slope),
            ColumnMode.Raw => int.MaxValue,
            _ => TryDifferences(words, memory.Mode - ColumnMode.Order1 + 1),
        };
        if (size > ColumnMemory.GrownBy * memory.SizePerWord * words.Length) return false;
        (_trial, _best) = (_best, _trial);
        return true;
    }

    private void Choose(ReadOnlySpan<long> words, in ColumnContext context, double slope, ref ColumnMemory memory)
    {
        int size = 8 * words.Length;
        ColumnMode mode = ColumnMode.Raw;
        int orders = context.IsDouble ? Differences.MaxOrder : 2;
        for (int order = 1; order <= orders; order++)
            if (TryDifferences(words, order) is int now && now < size) Keep(now, (ColumnMode)((int)ColumnMode.Order1 + order - 1), ref size, ref mode);
        if (slope != 0 && TryLine(words, context.Source, slope) is int line && line < size) Keep(line, ColumnMode.Line, ref size, ref mode);
        if (context.IsMeasured && TrySteps(words, ref size, ref memory.Step)) mode = ColumnMode.Steps;
        (memory.Mode, memory.Left, memory.SizePerWord) = (mode, ColumnMemory.KeptBlocks, (double)size / words.Length);
    }

    private static bool WriteEven(ReadOnlySpan<long> words, in ColumnContext context, ByteSink sink)
    {
        if (context.Sibling.Length > 0 && words[0] != 0 && words.SequenceEqual(context.Sibling))
        {
            sink.Byte((int)ColumnMode.Sibling);
            return true;
        }
        if (words.ContainsAnyExcept(words[0])) return false;
        WriteEven(words[0], 0, sink);
        return true;
    }

    /// <summary>Writes a column of one value.</summary>
    /// <param name="word">The value as a word.</param>
    /// <param name="sibling">That of the same channel of the hoist before, where it has one value too; else 0.</param>
    /// <param name="sink">Receives the column.</param>
    public static void WriteEven(long word, long sibling, ByteSink sink)
    {
        sink.Byte((int)(word == 0 ? ColumnMode.Zero : word == sibling ? ColumnMode.Sibling : ColumnMode.Constant));
        if (word != 0 && word != sibling) sink.Varint(Words.Fold(word));
    }

    // Differences of one value take nothing but their start, which is less than a period.
    private static bool WritePeriodic(ReadOnlySpan<long> words, ByteSink sink)
    {
        int period = words.Length > 2 && words[2] - words[1] == words[1] - words[0] && IsRamp(words) ? 0 : PeriodCoding.Find(words);
        if (period == 0) return false;
        sink.Byte((int)ColumnMode.Period);
        PeriodCoding.Write(words, period, sink);
        return true;
    }

    private static bool IsRamp(ReadOnlySpan<long> words)
    {
        for (int i = 2; i < words.Length; i++)
            if (words[i] - words[i - 1] != words[1] - words[0]) return false;
        return true;
    }

    private void Keep(int size, ColumnMode now, ref int bestSize, ref ColumnMode mode)
    {
        (bestSize, mode) = (size, now);
        (_trial, _best) = (_best, _trial);
    }

    private int TryDifferences(ReadOnlySpan<long> words, int order)
    {
        Span<long> trial = _trial.AsSpan(0, words.Length);
        words.CopyTo(trial);
        Differences.Take(trial, order);
        return Differences.Size(trial, order);
    }

    private int TryLine(ReadOnlySpan<long> words, ReadOnlySpan<long> source, double slope)
    {
        Span<long> trial = _trial.AsSpan(0, words.Length);
        LineCoding.Take(words, source, slope, trial);
        return Differences.Size(trial, 1) + 10;
    }

    // The step of last time is tried first: it is the finest one met, and a short column may suggest a multiple of it.
    private bool TrySteps(ReadOnlySpan<long> words, ref int size, ref double step)
    {
        int known = _steps.Try(words, step);
        if (known < size)
        {
            size = known;
            return true;
        }
        double suggested = StepCoding.Suggest(words);
        int found = _steps.Try(words, suggested);
        if (found >= size) return false;
        (size, step) = (found, suggested);
        return true;
    }

    private void WriteMode(ReadOnlySpan<long> words, ColumnMode mode, int sourceNumber, double slope, ByteSink sink)
    {
        ReadOnlySpan<long> best = _best.AsSpan(0, words.Length);
        switch (mode)
        {
            case ColumnMode.Steps: _steps.Write(sink); break;
            case ColumnMode.Line: LineCoding.Write(best, sourceNumber, slope, sink); break;
            case ColumnMode.Raw: foreach (long word in words) sink.Int64(word); break;
            default: Differences.Write(best, mode - ColumnMode.Order1 + 1, sink); break;
        }
    }
}
