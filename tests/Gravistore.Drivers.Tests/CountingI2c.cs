using System.Device.I2c;

namespace Gravistore.Drivers.Tests;

/// <summary>An I2C chip with registers behind a pointer that counts the bits of what is transferred: nine a byte, its address among them, and two for start and stop.</summary>
internal sealed class CountingI2c(int address, byte[] registers, int width) : I2cDevice
{
    private const int BitsPerByte = 9, StartStopBits = 2;

    private int _at;

    public byte[] Registers => registers;

    /// <summary>Bits on the bus so far.</summary>
    public int Bits { get; set; }

    /// <summary>Transfers of one direction so far.</summary>
    public int Transfers { get; private set; }

    /// <summary>Values written to registers.</summary>
    public List<byte[]> Written { get; } = [];

    /// <summary>Nobody acknowledges any more.</summary>
    public bool IsDead { get; set; }

    public bool IsDisposed { get; private set; }

    /// <summary>What is done to the registers before they are read, by the register's number.</summary>
    public Action<int> BeforeRead { get; set; } = _ => { };

    public override I2cConnectionSettings ConnectionSettings { get; } = new(1, address);

    public override void Read(Span<byte> buffer)
    {
        Count(buffer.Length);
        BeforeRead(_at / width);
        foreach (ref byte value in buffer) value = registers[_at++ % registers.Length];
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Count(buffer.Length);
        if (buffer.Length > 1) Written.Add(buffer.ToArray());
        _at = buffer[0] * width;
        foreach (byte value in buffer[1..]) registers[_at++ % registers.Length] = value;
    }

    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        Write(writeBuffer);
        Read(readBuffer);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private void Count(int bytes)
    {
        Transfers++;
        if (IsDead) throw new IOException("Error 121 performing I2C data transfer.");
        Bits += BitsPerByte * (1 + bytes) + StartStopBits;
    }
}
