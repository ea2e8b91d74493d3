using System.Buffers;
using System.Buffers.Binary;

namespace Gravistore.Protocol.Frames;

/// <summary>Puts payloads into frames, one after the other into one buffer.</summary>
public static class FrameWriter
{
    /// <summary>Appends a frame with this payload.</summary>
    /// <exception cref="ProtocolException">The payload is empty or longer than allowed.</exception>
    public static void Write(IBufferWriter<byte> buffer, ReadOnlySpan<byte> payload, int maxBytes)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (payload.IsEmpty || payload.Length > maxBytes) throw new ProtocolException($"a frame of {payload.Length} bytes cannot be sent; allowed: 1 to {maxBytes}");
        Span<byte> head = buffer.GetSpan(FrameReader.HeadBytes);
        BinaryPrimitives.WriteUInt32BigEndian(head, (uint)payload.Length);
        buffer.Advance(FrameReader.HeadBytes);
        buffer.Write(payload);
    }
}
