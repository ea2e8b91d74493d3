using System.Buffers;
using System.Text.Json;
using Gravistore.Protocol.Frames;
using Gravistore.Protocol.Messages;

namespace Gravistore.Protocol;

/// <summary>Messages to frames and payloads to messages.</summary>
public static class MessageCodec
{
    /// <summary>Appends a request as a frame.</summary>
    /// <exception cref="ProtocolException">It is larger than allowed.</exception>
    public static void Write(IBufferWriter<byte> buffer, Request request) =>
        FrameWriter.Write(buffer, JsonSerializer.SerializeToUtf8Bytes(request, MessageJson.Default.Request), ProtocolLimits.MaxRequestBytes);

    /// <summary>Appends a notice as a frame.</summary>
    /// <exception cref="ProtocolException">It is larger than allowed.</exception>
    public static void Write(IBufferWriter<byte> buffer, Notice notice) =>
        FrameWriter.Write(buffer, Payload(notice), ProtocolLimits.MaxNoticeBytes);

    /// <summary>A notice as JSON, without its frame.</summary>
    public static byte[] Payload(Notice notice) => JsonSerializer.SerializeToUtf8Bytes(notice, MessageJson.Default.Notice);

    /// <summary>Reads a request and checks every bound of it.</summary>
    /// <exception cref="ProtocolException">It is none.</exception>
    public static Request ReadRequest(ReadOnlySpan<byte> payload)
    {
        try
        {
            Request request = JsonSerializer.Deserialize(payload, MessageJson.Default.Request) ?? throw new ProtocolException("a message is null");
            RequestCheck.Require(request);
            return request;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new ProtocolException($"a message is no request of this contract: {FirstLine(e.Message)}");
        }
    }

    /// <summary>Reads a notice.</summary>
    /// <exception cref="ProtocolException">It is none.</exception>
    public static Notice ReadNotice(ReadOnlySpan<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, MessageJson.Default.Notice) ?? throw new ProtocolException("a message is null");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new ProtocolException($"a message is no notice of this contract: {FirstLine(e.Message)}");
        }
    }

    // What a stranger sent comes back in the reason: one line, bounded, nothing a terminal would obey.
    private static string FirstLine(string text)
    {
        const int maxShown = 160;
        string line = new([.. text.Take(maxShown).TakeWhile(c => c is not ('\r' or '\n')).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]);
        return text.Length > maxShown ? line + "..." : line;
    }
}
