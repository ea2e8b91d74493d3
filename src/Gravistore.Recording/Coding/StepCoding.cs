using System.Runtime.CompilerServices;

namespace Gravistore.Recording.Coding;

/// <summary>
/// Doubles that came from a register: whole multiples of one step. The step is found from the values; what rounding leaves is written beside the
/// multiples, so that every value comes back to the bit whatever the step.
/// </summary>
internal sealed class StepCoding(int capacity)
{
    private const double MostMultiple = 1L << 52;
    private readonly long[] _multiples = new long[capacity];
    private readonly long[] _rests = new long[capacity];
    private int _count;
    private int _order;

    /// <summary>The step of the last trial.</summary>
    public double Step { get; private set; }

    /// <summary>Tries a step. Returns the size of the column [bytes], or <see cref="int.MaxValue"/> when the values are no multiples of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Try(ReadOnlySpan<long> words, double step)
    {
        if (!(step > 0) || !double.IsFinite(step)) return int.MaxValue;
        Step = step;
        _count = words.Length;
        for (int i = 0; i < words.Length; i++)
        {
            double multiple = Math.Round(Words.ToDouble(words[i]) / step);
            if (!(Math.Abs(multiple) < MostMultiple)) return int.MaxValue;
            _multiples[i] = (long)multiple;
            _rests[i] = unchecked(words[i] - Words.OfDouble(_multiples[i] * step));
        }
        Span<long> multiples = _multiples.AsSpan(0, _count);
        Differences.Take(multiples, 1);
        int first = Differences.Size(multiples, 1);
        Differences.Take(multiples[1..], 1);
        int second = Differences.Size(multiples, 2);
        _order = second < first ? 2 : 1;
        if (_order == 1) Differences.Undo(multiples[1..], 1);
        return 9 + Math.Min(first, second) + BitPacking.Size(_rests.AsSpan(0, _count));
    }

    /// <summary>A step that the values themselves suggest: their smallest distance, made exact at the greatest of them; 0 when they suggest none.</summary>
    public static double Suggest(ReadOnlySpan<long> words)
    {
        double least = double.PositiveInfinity, greatest = 0;
        for (int i = 0; i < words.Length; i++)
        {
            double value = Words.ToDouble(words[i]);
            if (!double.IsFinite(value)) return 0;
            if (Math.Abs(value) > Math.Abs(greatest)) greatest = value;
            if (i > 0 && words[i] != words[i - 1]) least = Math.Min(least, Math.Abs(value - Words.ToDouble(words[i - 1])));
        }
        double multiple = Math.Round(greatest / least);
        return multiple != 0 && Math.Abs(multiple) < MostMultiple ? greatest / multiple : 0;
    }

    /// <summary>Writes the column of the last trial.</summary>
    public void Write(ByteSink sink)
    {
        sink.Int64(BitConverter.DoubleToInt64Bits(Step));
        sink.Byte(_order);
        Differences.Write(_multiples.AsSpan(0, _count), _order, sink);
        BitPacking.Write(_rests.AsSpan(0, _count), sink);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(ref ByteSource source, Span<long> words)
    {
        double step = source.Float64();
        if (!(step > 0) || !double.IsFinite(step)) throw new RecordingFormatException($"multiples of {step}");
        int order = source.Byte();
        if (order is < 1 or > Differences.MaxOrder) throw new RecordingFormatException($"multiples with differences of order {order}");
        Span<long> rests = words.Length <= 256 ? stackalloc long[words.Length] : new long[words.Length];
        Differences.Read(ref source, order, words);
        BitPacking.Read(ref source, rests);
        for (int i = 0; i < words.Length; i++) words[i] = unchecked(Words.OfDouble(words[i] * step) + rests[i]);
    }
}
