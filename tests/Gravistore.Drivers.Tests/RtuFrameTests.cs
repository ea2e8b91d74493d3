using CsCheck;
using Gravistore.Drivers.Links;

namespace Gravistore.Drivers.Tests;

/// <summary>Checksums, lengths and finding answers among noise.</summary>
public sealed class RtuFrameTests
{
    private static readonly Gen<byte[]> Noise = Gen.Byte.Array[0, 40];
    /// <summary>A read of 1 to 125 registers and its answer.</summary>
    private static readonly Gen<(byte[] Request, byte[] Answer)> Read =
        from unit in Gen.Byte[1, 247]
        from function in Gen.Byte[3, 4]
        from address in Gen.UShort
        from count in Gen.Byte[1, 125]
        from data in Gen.Byte.Array[2 * count]
        select (Frame([unit, function, (byte)(address >> 8), (byte)address, 0, count]), Frame([unit, function, (byte)(2 * count), .. data]));

    internal static byte[] Frame(ReadOnlySpan<byte> body)
    {
        ushort crc = RtuFrame.Checksum(body);
        return [.. body, (byte)crc, (byte)(crc >> 8)];
    }

    [Theory]
    [InlineData("01030000000AC5CD")]
    [InlineData("010300000001840A")]
    [InlineData("1103006B00037687")]
    [InlineData("0110000000020404 7F2710D97B")]
    [InlineData("018302C0F1")]
    public void Checksums_are_those_of_the_protocol(string frame) => Assert.True(RtuFrame.IsSound(Convert.FromHexString(frame.Replace(" ", "", StringComparison.Ordinal))));

    [Fact]
    public void No_frame_with_one_bit_flipped_is_sound() => Gen.Byte.Array[2, 60].Sample(body =>
    {
        byte[] frame = Frame(body);
        Assert.True(RtuFrame.IsSound(frame));
        for (int bit = 0; bit < 8 * frame.Length; bit++)
        {
            frame[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(RtuFrame.IsSound(frame), $"bit {bit}");
            frame[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }, iter: 200);

    [Theory]
    [InlineData("0103000000050000", 15)]
    [InlineData("0104000000010000", 7)]
    [InlineData("0106000000050000", 8)]
    [InlineData("0110000000020400", 8)]
    [InlineData("01170003000A0000", 25)]
    public void Answers_have_the_length_that_follows_from_the_request(string request, int length) => Assert.Equal(length, RtuFrame.AnswerLength(Convert.FromHexString(request)));

    [Fact]
    public void A_function_that_is_not_used_has_no_length() => Assert.Throws<NotSupportedException>(() => RtuFrame.AnswerLength([1, 43, 0, 0, 0, 0, 0, 0]));

    [Fact]
    public void An_answer_is_found_between_noise() => Gen.Select(Read, Noise, Noise).Sample((exchange, before, behind) =>
    {
        (int start, int length) = RtuFrame.Find(exchange.Request, [.. before, .. exchange.Answer, .. behind]);
        Assert.Equal((before.Length, exchange.Answer.Length), (start, length));
    }, iter: 2000);

    [Fact]
    public void An_answer_that_is_not_whole_is_none() => Read.Sample(exchange =>
    {
        for (int cut = 0; cut < exchange.Answer.Length; cut++) Assert.Equal((0, 0), RtuFrame.Find(exchange.Request, exchange.Answer.AsSpan(0, cut)));
    }, iter: 100);

    [Fact]
    public void An_answer_to_another_request_is_none() => Gen.Select(Read, Read).Where((a, b) => a.Answer.Length != b.Answer.Length || a.Answer[0] != b.Answer[0] || a.Answer[1] != b.Answer[1])
        .Sample((mine, other) => Assert.Equal((0, 0), RtuFrame.Find(mine.Request, other.Answer)), iter: 2000);

    [Fact]
    public void A_refusal_is_found_with_its_code()
    {
        byte[] request = Frame([1, 23, 0, 3, 0, 10, 0, 0, 0, 3, 6, 4, 0x7F, 0, 0, 0, 0]), refusal = Frame([1, 0x97, 4]);
        Assert.Equal((2, 5), RtuFrame.Find(request, [0xFF, 1, .. refusal]));
        Assert.Equal((0, 0), RtuFrame.Find(request, Frame([1, 0x83, 4])));
    }

    [Fact]
    public void The_own_request_is_not_its_answer_where_an_answer_has_another_shape()
    {
        foreach (byte[] request in (byte[][])[Frame([1, 3, 0, 3, 0, 10]), Frame([1, 16, 0, 0, 0, 1, 2, 4, 0x7F]), Frame([1, 23, 0, 3, 0, 10, 0, 0, 0, 3, 6, 4, 0x7F, 0, 0, 0, 0])])
            Assert.Equal((0, 0), RtuFrame.Find(request, request));
    }
}
