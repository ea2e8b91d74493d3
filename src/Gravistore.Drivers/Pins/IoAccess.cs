using System.Device.Gpio;
using System.Device.I2c;
using System.Device.Spi;
using Gravistore.Core.Parameters;

namespace Gravistore.Drivers.Pins;

/// <summary>Where lines and buses come from: this machine's kernel, or a simulator at the other end of a socket. The drivers above see no difference.</summary>
internal abstract class IoAccess
{
    /// <summary>Finds the GPIO chip and loads the driver for its lines.</summary>
    /// <exception cref="FieldException">The chip or the library is not there.</exception>
    public abstract LineChip OpenChip(GpioWiring wiring);

    /// <summary>The chip at an address of an I2C bus; nothing is sent yet.</summary>
    public abstract I2cDevice OpenI2c(BoardWiring board);

    /// <summary>The chip at a chip select of an SPI bus; nothing is sent yet.</summary>
    public abstract SpiDevice OpenSpi(BoardWiring board);

    /// <summary>Opened chips are reached over a socket that may be gone.</summary>
    public virtual string Where(BoardWiring board) => board.Kind == BoardKind.Max31865 ? $"/dev/spidev{board.Bus}.{board.Address}" : $"/dev/i2c-{board.Bus} address 0x{board.Address:X2}";
}

/// <summary>A GPIO chip.</summary>
/// <param name="Driver">Its lines' driver.</param>
/// <param name="Where">The chip for messages.</param>
/// <param name="Lines">Name and user of every line, in the order of their numbers.</param>
internal sealed record LineChip(GpioDriver Driver, string Where, IReadOnlyList<LineInfo> Lines);

/// <summary>One line of a chip.</summary>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="User">Who uses it already; empty when nobody does.</param>
internal readonly record struct LineInfo(string Name, string User);
