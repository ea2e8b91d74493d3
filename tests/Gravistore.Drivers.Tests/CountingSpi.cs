using System.Device.Spi;

namespace Gravistore.Drivers.Tests;

/// <summary>A MAX31865 by its eight registers that counts bytes on the bus.</summary>
internal sealed class CountingSpi(byte[] registers) : SpiDevice
{
    private const byte WriteBit = 0x80;

    public int Bytes { get; set; }

    public override SpiConnectionSettings ConnectionSettings { get; } = new(0, 0);

    public override void Read(Span<byte> buffer) => TransferFullDuplex(new byte[buffer.Length], buffer);

    public override void Write(ReadOnlySpan<byte> buffer) => TransferFullDuplex(buffer, new byte[buffer.Length]);

    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        Bytes += writeBuffer.Length;
        int first = writeBuffer[0] & ~WriteBit;
        for (int i = 1; i < writeBuffer.Length; i++)
        {
            if ((writeBuffer[0] & WriteBit) == 0) readBuffer[i] = registers[first + i - 1];
            else registers[first + i - 1] = first == 0 ? (byte)(writeBuffer[i] & ~0x22) : writeBuffer[i];
        }
    }
}
