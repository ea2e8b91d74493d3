using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Gravistore.Controller.Journal;

/// <summary>Where every weight was when the controller last wrote it down. Fixed size, with a checksum over all of it.</summary>
/// <param name="Sequence">Counts up with every record.</param>
/// <param name="Plant">Name of the plant.</param>
/// <param name="Hoists">One entry for each hoist.</param>
internal sealed record JournalRecord(long Sequence, string Plant, IReadOnlyList<JournalHoist> Hoists)
{
    /// <summary>Bytes of a record: one block of the disk.</summary>
    public const int Bytes = 4096;
    /// <summary>Hoists that fit.</summary>
    public const int MaxHoists = 64;

    private const uint Magic = 0x47534A31;
    private const int NameBytes = 64, HoistBytes = 24, HeadBytes = 4 + 4 + 8 + NameBytes, ChecksumAt = Bytes - 4;

    /// <summary>The record as bytes.</summary>
    public byte[] Write()
    {
        byte[] bytes = new byte[Bytes];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), Hoists.Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), Sequence);
        Name(Plant).CopyTo(bytes, 16);
        for (int i = 0; i < Hoists.Count; i++)
        {
            Span<byte> place = bytes.AsSpan(HeadBytes + i * HoistBytes, HoistBytes);
            BinaryPrimitives.WriteDoubleLittleEndian(place, Hoists[i].RopeLengthM);
            BinaryPrimitives.WriteDoubleLittleEndian(place[8..], Hoists[i].DepthOffsetM);
            BinaryPrimitives.WriteInt32LittleEndian(place[16..], Hoists[i].AtRest ? 1 : 0);
        }
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(ChecksumAt), Checksum(bytes));
        return bytes;
    }

    /// <summary>Reads a record; null when the bytes are none, or damaged.</summary>
    public static JournalRecord? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Bytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) return null;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumAt..]) != Checksum(bytes)) return null;
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (count is < 1 or > MaxHoists) return null;
        JournalHoist[] hoists = new JournalHoist[count];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> place = bytes.Slice(HeadBytes + i * HoistBytes, HoistBytes);
            hoists[i] = new JournalHoist(BinaryPrimitives.ReadDoubleLittleEndian(place), BinaryPrimitives.ReadDoubleLittleEndian(place[8..]), BinaryPrimitives.ReadInt32LittleEndian(place[16..]) == 1);
        }
        string plant = Encoding.UTF8.GetString(bytes.Slice(16, NameBytes)).TrimEnd('\0');
        return new JournalRecord(BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]), plant, hoists);
    }

    /// <summary>The plant's name as far as a record holds it.</summary>
    public static string Shortened(string plant) => Encoding.UTF8.GetString(Name(plant)).TrimEnd('\0');

    private static byte[] Name(string plant)
    {
        byte[] name = new byte[NameBytes];
        Encoding.UTF8.GetEncoder().Convert(plant, name, flush: true, out _, out _, out _);
        return name;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes[..ChecksumAt]) crc = BitOperations.Crc32C(crc, b);
        return ~crc;
    }
}

/// <summary>One hoist in the journal.</summary>
/// <param name="RopeLengthM">Paid-out rope length from the absolute drum encoder [m].</param>
/// <param name="DepthOffsetM">Correction of the weight depth learned at shaft magnets [m].</param>
/// <param name="AtRest">Both brake channels were set and the drum stood.</param>
internal readonly record struct JournalHoist(double RopeLengthM, double DepthOffsetM, bool AtRest);
