using System.Buffers.Binary;

namespace NModbus.Wire;

/// <summary>One message: unit address, protocol data unit, transaction id.</summary>
internal sealed class Frame : IModbusMessage
{
    /// <summary>Set in the function code of an answer that is an exception.</summary>
    public const byte ErrorBit = 0x80;
    /// <summary>Bytes of transaction id, protocol id and length before the unit address.</summary>
    public const int HeaderLength = 6;

    private byte[] _pdu;

    public Frame(byte slaveAddress, byte[] pdu)
    {
        SlaveAddress = slaveAddress;
        _pdu = pdu;
    }

    public byte SlaveAddress { get; set; }

    public byte FunctionCode { get => _pdu[0]; set => _pdu[0] = value; }

    public byte[] ProtocolDataUnit => _pdu;

    public byte[] MessageFrame => [SlaveAddress, .. _pdu];

    public ushort TransactionId { get; set; }

    public void Initialize(byte[] frame)
    {
        SlaveAddress = frame[0];
        _pdu = frame[1..];
    }

    /// <summary>Unit address and protocol data unit as they stand behind a header.</summary>
    /// <exception cref="FormatException">There is no function code.</exception>
    public static Frame Parse(byte[] body, ushort transactionId)
    {
        if (body.Length < 2) throw new FormatException("a message without a function code");
        return new Frame(body[0], body[1..]) { TransactionId = transactionId };
    }

    /// <summary>A whole message with its header, as it goes on the wire.</summary>
    public static byte[] Build(IModbusMessage message)
    {
        byte[] pdu = message.ProtocolDataUnit;
        byte[] frame = new byte[HeaderLength + 1 + pdu.Length];
        BinaryPrimitives.WriteUInt16BigEndian(frame, message.TransactionId);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(4), (ushort)(pdu.Length + 1));
        frame[HeaderLength] = message.SlaveAddress;
        pdu.CopyTo(frame, HeaderLength + 1);
        return frame;
    }

    /// <summary>Transaction id and length of the rest from a header.</summary>
    public static (ushort TransactionId, int Length) ReadHeader(ReadOnlySpan<byte> header) =>
        (BinaryPrimitives.ReadUInt16BigEndian(header), BinaryPrimitives.ReadUInt16BigEndian(header[4..]));

    public static ushort Word(byte[] pdu, int at) => BinaryPrimitives.ReadUInt16BigEndian(pdu.AsSpan(at));

    public static void Put(byte[] pdu, int at, int value) => BinaryPrimitives.WriteUInt16BigEndian(pdu.AsSpan(at), (ushort)value);

    public static void Put(byte[] pdu, int at, ushort[] registers)
    {
        for (int i = 0; i < registers.Length; i++) Put(pdu, at + 2 * i, registers[i]);
    }

    /// <exception cref="FormatException">The message is shorter than its own count of bytes.</exception>
    public static ushort[] Registers(byte[] pdu, int at, int count)
    {
        if (pdu.Length < at + 2 * count) throw new FormatException("a message shorter than its own count of bytes");
        ushort[] registers = new ushort[count];
        for (int i = 0; i < count; i++) registers[i] = Word(pdu, at + 2 * i);
        return registers;
    }
}
