using NModbus.IO;
using NModbus.Utility;

namespace NModbus.Wire;

/// <summary>
/// Modbus RTU framing (Modbus over serial line, 2.5.1): unit, protocol data unit, checksum with its low byte first. Nothing marks the end of a frame but
/// silence, which a stream does not show; the length follows from function code and counts.
/// </summary>
internal sealed class RtuTransport : MasterTransport, IModbusRtuTransport
{
    private const int ChecksumLength = 2;

    public RtuTransport(IStreamResource stream)
        : base(stream)
    {
    }

    public bool CheckFrame { get; set; } = true;

    public void DiscardInBuffer() => StreamResource.DiscardInBuffer();

    /// <summary>Sends a message with its checksum; what was received before is forgotten.</summary>
    public void Write(IModbusMessage message)
    {
        DiscardInBuffer();
        byte[] body = message.MessageFrame;
        byte[] frame = [.. body, .. ModbusUtility.CalculateCrc(body)];
        StreamResource.Write(frame, 0, frame.Length);
    }

    /// <summary>Waits for a whole request.</summary>
    /// <exception cref="IOException">The checksum is wrong.</exception>
    /// <exception cref="NotSupportedException">The function is not known, so neither is the request's length.</exception>
    public Frame ReadRequest()
    {
        byte[] start = Start(7);
        switch (start[1])
        {
            case 3 or 4 or 6: return Rest(start, 8);
            case 16: return Rest(start, 9 + start[6]);
            case 23:
                start = [.. start, .. Start(4)];
                return Rest(start, 13 + start[10]);
            default: throw Unknown(start[1]);
        }
    }

    protected override void Send(Frame request) => Write(request);

    protected override Frame Read()
    {
        byte[] start = Start(4);
        if ((start[1] & Frame.ErrorBit) != 0) return Rest(start, 5);
        return start[1] switch
        {
            3 or 4 or 23 => Rest(start, 5 + start[2]),
            6 or 16 => Rest(start, 8),
            _ => throw Unknown(start[1]),
        };
    }

    private static NotSupportedException Unknown(byte function) => new($"function code {function} is not known here");

    private byte[] Start(int length)
    {
        byte[] start = new byte[length];
        Fill(start);
        return start;
    }

    private Frame Rest(byte[] start, int length)
    {
        byte[] frame = new byte[length];
        start.CopyTo(frame, 0);
        Fill(frame.AsSpan(start.Length));
        if (CheckFrame && !ModbusUtility.CalculateCrc(frame[..^ChecksumLength]).AsSpan().SequenceEqual(frame.AsSpan(length - ChecksumLength)))
            throw new IOException($"checksum of a message is wrong: {Convert.ToHexString(frame)}");
        return Frame.Parse(frame[..^ChecksumLength], 0);
    }
}
