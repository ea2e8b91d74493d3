using System.Runtime.CompilerServices;

namespace Gravistore.Recording.Coding;

/// <summary>Whole numbers whose differences repeat: ages that grow until the next image comes, counters of slower devices, lines that toggle.</summary>
internal static class PeriodCoding
{
    /// <summary>Longest period [words].</summary>
    public const int MaxPeriod = 32;

    /// <summary>The shortest period from 2 on with which all differences repeat; 0 when there is none worth writing.</summary>
    public static int Find(ReadOnlySpan<long> words)
    {
        int most = Math.Min(MaxPeriod, words.Length / 3);
        for (int period = 2; period <= most; period++)
            if (Repeats(words, period)) return period;
        return 0;
    }

    public static void Write(ReadOnlySpan<long> words, int period, ByteSink sink)
    {
        sink.Byte(period);
        sink.Varint(Words.Fold(words[0]));
        for (int i = 1; i <= period; i++) sink.Varint(Words.Fold(unchecked(words[i] - words[i - 1])));
    }

    public static void Read(ref ByteSource source, Span<long> words)
    {
        int period = source.Byte();
        if (period < 1 || period >= words.Length) throw new RecordingFormatException($"a period of {period} in {words.Length} words");
        words[0] = Words.Unfold(source.Varint());
        for (int i = 1; i <= period; i++) words[i] = unchecked(words[i - 1] + Words.Unfold(source.Varint()));
        ReadOnlySpan<long> earlier = words[..^period];
        Span<long> later = words[period..];
        for (int i = 1; i < later.Length && i < earlier.Length; i++) later[i] = unchecked(later[i - 1] + earlier[i] - earlier[i - 1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Repeats(ReadOnlySpan<long> words, int period)
    {
        for (int i = period + 1; i < words.Length; i++)
            if (unchecked(words[i] - words[i - 1]) != unchecked(words[i - period] - words[i - period - 1])) return false;
        return true;
    }
}
