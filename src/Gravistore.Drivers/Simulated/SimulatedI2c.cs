using System.Device.I2c;

namespace Gravistore.Drivers.Simulated;

/// <summary>A chip on a simulated I2C bus.</summary>
internal sealed class SimulatedI2c(IoConnection connection, I2cConnectionSettings settings) : I2cDevice
{
    public override I2cConnectionSettings ConnectionSettings => settings;

    public override void Read(Span<byte> buffer) => Transfer([], buffer);

    public override void Write(ReadOnlySpan<byte> buffer) => Transfer(buffer, []);

    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => Transfer(writeBuffer, readBuffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing) connection.Dispose();
        base.Dispose(disposing);
    }

    // Worded as the kernel's driver does: error 121 is EREMOTEIO, a byte without an acknowledge.
    private void Transfer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (!BusTransfer.Do(connection, write, read)) throw new IOException($"Error 121 performing I2C data transfer: address 0x{settings.DeviceAddress:X2} of bus {settings.BusId} does not acknowledge.");
    }
}
