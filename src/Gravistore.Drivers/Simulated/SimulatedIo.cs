using System.Device.I2c;
using System.Device.Spi;
using Gravistore.Core.Parameters;
using Gravistore.Drivers.Pins;

namespace Gravistore.Drivers.Simulated;

/// <summary>Lines and buses of gravistore-sim, over its I/O socket.</summary>
internal sealed class SimulatedIo(string path) : IoAccess
{
    private const char UsedMark = '=';

    public override LineChip OpenChip(GpioWiring wiring)
    {
        IoConnection connection;
        try
        {
            connection = new IoConnection(path, $"gpio {wiring.ChipLabel}");
        }
        catch (IOException e)
        {
            throw new FieldException([new FieldFinding(FieldErrors.NoChip, $"GPIO chip {wiring.ChipLabel}", e.Message, "")]);
        }
        // "ok" and the lines: a name, or name=user for one that is in use.
        LineInfo[] lines = [.. connection.Answer.Split(' ').Skip(1).Select(Parse)];
        return new LineChip(new SimulatedGpioDriver(connection, lines.Length), $"{path} ({wiring.ChipLabel})", lines);
    }

    public override I2cDevice OpenI2c(BoardWiring board) =>
        new SimulatedI2c(new IoConnection(path, FormattableString.Invariant($"i2c {board.Bus} {board.Address}")), new I2cConnectionSettings(board.Bus, board.Address));

    public override SpiDevice OpenSpi(BoardWiring board) =>
        new SimulatedSpi(new IoConnection(path, FormattableString.Invariant($"spi {board.Bus} {board.Address}")), new SpiConnectionSettings(board.Bus, board.Address) { Mode = SpiMode.Mode1 });

    public override string Where(BoardWiring board) =>
        BoardIsSpi(board) ? $"simulated SPI bus {board.Bus} chip select {board.Address}" : $"simulated I2C bus {board.Bus} address 0x{board.Address:X2}";

    private static bool BoardIsSpi(BoardWiring board) => board.Kind == BoardKind.Max31865;

    private static LineInfo Parse(string text)
    {
        string[] parts = text.Split(UsedMark);
        return new LineInfo(parts[0] == "-" ? "" : parts[0], parts.Length > 1 ? parts[1] : "");
    }
}
