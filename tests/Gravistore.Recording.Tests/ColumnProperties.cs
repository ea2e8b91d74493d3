using CsCheck;
using Gravistore.Recording.Coding;

namespace Gravistore.Recording.Tests;

/// <summary>Any column comes back to the bit, in whichever way it was written.</summary>
public sealed class ColumnProperties
{
    private static readonly double[] Odd =
        [0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, BitConverter.Int64BitsToDouble(0x7FF8000000000123)];

    private static readonly Gen<double> AnyDouble = Gen.Frequency((3, Gen.Double), (1, Gen.Int[0, Odd.Length - 1].Select(i => Odd[i])), (1, Gen.Double[-1, 1]));

    // Columns as they are met: any values, counts of a step, lines with noise, even ones with a jump.
    private static readonly Gen<double[]> Doubles = Gen.OneOf(
        AnyDouble.Array[1, 130],
        Gen.Select(Gen.Double[1e-6, 10], Gen.Int[-40, 40].Array[1, 100], (step, counts) => Array.ConvertAll(counts, c => c * step)),
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[-1, 1], Gen.Double[-1e-9, 1e-9].Array[1, 100], (start, slope, noise) => noise.Select((n, i) => start + i * slope + n).ToArray()),
        Gen.Select(AnyDouble, AnyDouble, Gen.Int[1, 99], (a, b, at) => Enumerable.Range(0, 100).Select(i => i < at ? a : b).ToArray()));

    private static readonly Gen<long[]> Integers = Gen.OneOf(
        Gen.Long.Array[1, 130],
        Gen.Select(Gen.Long, Gen.Long[-1000, 1000], Gen.Int[1, 100], (start, step, count) => Enumerable.Range(0, count).Select(i => unchecked(start + i * step)).ToArray()),
        Gen.Int[0, 4].Select(i => new[] { 0L, -1, 1, long.MinValue, long.MaxValue }[i]).Array[1, 100]);

    [Fact]
    public void Doubles_come_back_to_the_bit() => Gen.Select(Doubles, Gen.Bool).Sample((values, measured) =>
        Assert.Equal(values.Select(Words.OfDouble), Turn([.. values.Select(Words.OfDouble)], [], isDouble: true, measured)));

    [Fact]
    public void Integers_come_back() => Integers.Sample(values => Assert.Equal(values, Turn(values, [], isDouble: false, measured: false)));

    [Fact]
    public void A_column_that_follows_another_comes_back() => Gen.Select(Doubles, Gen.Double[-100, 100], Gen.Double[-1e-6, 1e-6].Array[130]).Sample((source, slope, noise) =>
    {
        long[] words = [.. source.Select((x, i) => Words.OfDouble(slope * x + noise[i]))];
        Assert.Equal(words, Turn(words, [.. source.Select(Words.OfDouble)], isDouble: true, measured: false));
    });

    /// <summary>What an encoder remembers of one column may not spoil the next.</summary>
    [Fact]
    public void Columns_one_after_the_other_come_back() => Gen.Select(Doubles.Array[1, 12], Gen.Bool).Sample((columns, measured) =>
    {
        ColumnEncoder encoder = new(130);
        ColumnMemory memory = default;
        foreach (double[] values in columns)
        {
            long[] words = [.. values.Select(Words.OfDouble)];
            ByteSink sink = new();
            encoder.Write(words, new ColumnContext { IsDouble = true, IsMeasured = measured }, ref memory, sink);
            Assert.Equal(words, Back(sink, [], words.Length));
        }
    });

    [Fact]
    public void Words_rise_with_their_numbers() => Gen.Select(Gen.Double, Gen.Double).Sample((a, b) =>
        Assert.Equal(a.CompareTo(b), double.IsNaN(a) || double.IsNaN(b) || a == b ? a.CompareTo(b) : Words.OfDouble(a).CompareTo(Words.OfDouble(b))));

    [Theory]
    [InlineData(ColumnMode.Zero, 1)]
    [InlineData(ColumnMode.Constant, 2)]
    [InlineData(ColumnMode.Order1, 75)]
    [InlineData(ColumnMode.Steps, 150)]
    [InlineData(ColumnMode.Line, 100)]
    [InlineData(ColumnMode.Raw, 801)]
    internal void Every_way_is_taken_where_it_is_the_shortest(ColumnMode mode, int atMost)
    {
        Random random = new(1);
        long[] source = [.. Enumerable.Range(0, 100).Select(i => Words.OfDouble(100 + 0.001 * i + 1e-4 * random.NextDouble()))];
        long[] words = [.. Enumerable.Range(0, 100).Select(i => mode switch
        {
            ColumnMode.Zero => 0,
            ColumnMode.Constant => 7,
            ColumnMode.Order1 => 5000 + random.Next(10),
            ColumnMode.Steps => Words.OfDouble(random.Next(-100, 100) * 0.0123),
            ColumnMode.Line => Words.OfDouble(3.7 * Words.ToDouble(source[i])),
            _ => random.NextInt64(long.MinValue, long.MaxValue),
        })];
        ByteSink sink = new();
        ColumnMemory memory = default;
        new ColumnEncoder(100).Write(words, new ColumnContext { IsDouble = mode is ColumnMode.Steps or ColumnMode.Line, IsMeasured = mode == ColumnMode.Steps, Source = mode == ColumnMode.Line ? source : [] }, ref memory, sink);
        Assert.Equal(mode, (ColumnMode)sink.Written[0]);
        Assert.InRange(sink.Count, 1, atMost);
    }

    private static long[] Turn(long[] words, long[] source, bool isDouble, bool measured)
    {
        ByteSink sink = new();
        ColumnMemory memory = default;
        ColumnContext context = new() { IsDouble = isDouble, IsMeasured = measured, Source = source, SourceNumber = 0 };
        new ColumnEncoder(words.Length).Write(words, context, ref memory, sink);
        return Back(sink, source, words.Length);
    }

    private static long[] Back(ByteSink sink, long[] source, int count)
    {
        long[] block = new long[2 * count];
        source.CopyTo(block, 0);
        ByteSource bytes = new(sink.Written);
        ColumnDecoder.Read(ref bytes, block, 1, count, sibling: -1);
        Assert.True(bytes.AtEnd);
        return block[count..];
    }
}
