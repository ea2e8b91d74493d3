using System.Buffers;
using CsCheck;
using Gravistore.Protocol.Frames;

namespace Gravistore.Protocol.Tests;

/// <summary>Frames come out as they went in, however the stream is cut; a length that is none ends it.</summary>
public sealed class FrameTests
{
    private const int Max = 50;

    [Fact]
    public void Frames_come_out_whole_however_the_stream_is_cut() =>
        Gen.Select(Gen.Byte.Array[1, Max].Array[0, 20], Gen.Int[1, 70].Array[1, 50]).Sample((payloads, cuts) =>
        {
            List<byte[]> taken = Read(Stream(payloads), cuts, out FrameReader reader);
            return taken.Count == payloads.Length && taken.Zip(payloads).All(p => p.First.SequenceEqual(p.Second)) && !reader.HasRest;
        });

    [Theory]
    [InlineData(0u)]
    [InlineData(Max + 1u)]
    [InlineData(uint.MaxValue)]
    public void A_length_that_is_none_is_refused(uint length)
    {
        byte[] stream = [(byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length, 1, 2, 3];
        Assert.Throws<ProtocolException>(() => Read(stream, [1], out _));
    }

    [Fact]
    public void A_truncated_frame_is_no_frame_yet()
    {
        Assert.Empty(Read(new byte[] { 0, 0, 0, 5, 1, 2, 3, 4 }, [3], out FrameReader reader));
        Assert.True(reader.HasRest);
    }

    [Fact]
    public void Any_bytes_give_frames_or_one_refusal() => Gen.Byte.Array[0, 400].Sample(stream =>
    {
        try
        {
            Assert.All(Read(stream, [7], out _), payload => Assert.InRange(payload.Length, 1, Max));
        }
        catch (ProtocolException)
        {
            // A length beyond the bound: refused, which is one of the two allowed ends.
        }
    });

    [Fact]
    public void An_empty_or_oversized_payload_is_not_sent()
    {
        ArrayBufferWriter<byte> buffer = new();
        Assert.Throws<ProtocolException>(() => FrameWriter.Write(buffer, [], Max));
        Assert.Throws<ProtocolException>(() => FrameWriter.Write(buffer, new byte[Max + 1], Max));
        Assert.Equal(0, buffer.WrittenCount);
    }

    private static byte[] Stream(byte[][] payloads)
    {
        ArrayBufferWriter<byte> buffer = new();
        foreach (byte[] payload in payloads) FrameWriter.Write(buffer, payload, Max);
        return buffer.WrittenSpan.ToArray();
    }

    private static List<byte[]> Read(ReadOnlyMemory<byte> stream, int[] cuts, out FrameReader reader)
    {
        reader = new FrameReader(Max);
        List<byte[]> taken = [];
        for (int i = 0; stream.Length > 0; i++)
        {
            Memory<byte> room = reader.Room;
            int count = Math.Min(Math.Min(cuts[i % cuts.Length], stream.Length), room.Length);
            Assert.True(count > 0, "the reader has no room although every frame was taken");
            stream[..count].CopyTo(room);
            reader.Filled(count);
            stream = stream[count..];
            while (reader.TryTake(out ReadOnlyMemory<byte> payload)) taken.Add(payload.ToArray());
        }
        return taken;
    }
}
