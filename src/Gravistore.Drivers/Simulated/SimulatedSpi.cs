using System.Device.Spi;

namespace Gravistore.Drivers.Simulated;

/// <summary>A chip on a simulated SPI bus. Nothing on such a bus says whether a chip is there.</summary>
internal sealed class SimulatedSpi(IoConnection connection, SpiConnectionSettings settings) : SpiDevice
{
    public override SpiConnectionSettings ConnectionSettings => settings;

    public override void Read(Span<byte> buffer)
    {
        Span<byte> zeros = stackalloc byte[BusTransfer.MaxBytes];
        zeros.Clear();
        TransferFullDuplex(zeros[..buffer.Length], buffer);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Span<byte> ignored = stackalloc byte[BusTransfer.MaxBytes];
        TransferFullDuplex(buffer, ignored[..buffer.Length]);
    }

    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => BusTransfer.Do(connection, writeBuffer, readBuffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing) connection.Dispose();
        base.Dispose(disposing);
    }
}
