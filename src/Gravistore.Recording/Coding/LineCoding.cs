using System.Runtime.CompilerServices;

namespace Gravistore.Recording.Coding;

/// <summary>Doubles that follow another column by a straight line: each is predicted from the one before and the step of the other column.</summary>
internal static class LineCoding
{
    /// <summary>Slope that leaves least of all steps, by least squares; 0 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Slope(ReadOnlySpan<long> words, ReadOnlySpan<long> source)
    {
        double both = 0, squares = 0;
        for (int i = 1; i < words.Length; i++)
        {
            double step = Words.ToDouble(source[i]) - Words.ToDouble(source[i - 1]);
            both += step * (Words.ToDouble(words[i]) - Words.ToDouble(words[i - 1]));
            squares += step * step;
        }
        double slope = both / squares;
        return double.IsFinite(slope) ? slope : 0;
    }

    /// <summary>Fills <paramref name="rests"/> with what the line leaves; the first is the first word itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Take(ReadOnlySpan<long> words, ReadOnlySpan<long> source, double slope, Span<long> rests)
    {
        rests[0] = words[0];
        for (int i = 1; i < words.Length; i++) rests[i] = unchecked(words[i] - Predict(Words.ToDouble(words[i - 1]), Words.ToDouble(source[i]) - Words.ToDouble(source[i - 1]), slope));
    }

    public static void Write(ReadOnlySpan<long> rests, int sourceNumber, double slope, ByteSink sink)
    {
        sink.UInt16(sourceNumber);
        sink.Int64(BitConverter.DoubleToInt64Bits(slope));
        Differences.Write(rests, 1, sink);
    }

    /// <summary>Reads what stands behind the number of the source column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(ref ByteSource bytes, ReadOnlySpan<long> source, Span<long> words)
    {
        double slope = bytes.Float64();
        words[0] = Words.Unfold(bytes.Varint());
        BitPacking.Read(ref bytes, words[1..]);
        source = source[..words.Length];
        double value = Words.ToDouble(words[0]), at = Words.ToDouble(source[0]);
        for (int i = 1; i < words.Length; i++)
        {
            double next = Words.ToDouble(source[i]);
            words[i] = unchecked(words[i] + Predict(value, next - at, slope));
            (value, at) = (Words.ToDouble(words[i]), next);
        }
    }

    // In this order and without fused operations, so that every machine gives the same bits.
    private static long Predict(double before, double step, double slope)
    {
        double rise = slope * step;
        return Canonical(before + rise);
    }

    // Which NaN an operation gives differs between machines; all give this one here.
    private static long Canonical(double value) => double.IsNaN(value) ? 0 : Words.OfDouble(value);
}
