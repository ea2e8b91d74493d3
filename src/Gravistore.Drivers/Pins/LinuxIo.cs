using System.Device.Gpio;
using System.Device.Gpio.Drivers;
using System.Device.I2c;
using System.Device.Spi;
using Gravistore.Core.Parameters;
using Gravistore.Drivers.Native;

namespace Gravistore.Drivers.Pins;

/// <summary>Lines and buses of this machine.</summary>
internal sealed class LinuxIo : IoAccess
{
    public override LineChip OpenChip(GpioWiring wiring)
    {
        IReadOnlyList<GpioChips.Chip> chips = GpioChips.List(), fit = [.. chips.Where(c => c.Label == wiring.ChipLabel)];
        if (fit.Count != 1)
            throw new FieldException([new FieldFinding(FieldErrors.NoChip, $"GPIO chip {wiring.ChipLabel}", fit.Count == 0 ? "no chip of this machine has this label" : $"{fit.Count} chips have this label",
                chips.Count == 0 ? "" : string.Join(", ", chips.Select(c => c.Label)))]);
        return new LineChip(Load(wiring.Library, fit[0]), $"{fit[0].Path} ({wiring.ChipLabel})", GpioChips.Lines(fit[0]));
    }

    public override I2cDevice OpenI2c(BoardWiring board) => I2cDevice.Create(new I2cConnectionSettings(board.Bus, board.Address));

    public override SpiDevice OpenSpi(BoardWiring board) => SpiDevice.Create(new SpiConnectionSettings(board.Bus, board.Address) { Mode = SpiMode.Mode1, ClockFrequency = (int)board.ClockHz });

    // Named in the wiring file: a machine has one of the two, and asking for the other ends in the loader.
    private static GpioDriver Load(GpioLibrary library, GpioChips.Chip chip)
    {
        try
        {
            return library == GpioLibrary.Libgpiod2 ? new LibGpiodV2Driver(chip.Number) : new LibGpiodDriver(chip.Number);
        }
        catch (Exception e) when (e is IOException or DllNotFoundException or TypeInitializationException or PlatformNotSupportedException)
        {
            throw new FieldException([new FieldFinding(FieldErrors.NoLibrary, chip.Path, $"{library} cannot be loaded: {(e.InnerException ?? e).Message.ReplaceLineEndings(" ")}", "")]);
        }
    }
}
