using Gravistore.Core.Parameters;

namespace Gravistore.Config.Wiring;

/// <summary>
/// Share of its time that a bus is busy with the boards on it. Bits of an I2C transfer: nine for each byte, its address among them, and two for start
/// and stop. An ADS1115 is asked again and again until its conversion is through, so the bus is busy all that time.
/// </summary>
public static class BusLoad
{
    /// <summary>Greatest share allowed: the rest is for repetitions and for what else is on the bus.</summary>
    public const double Limit = 0.7;
    /// <summary>Longest conversion of an ADS1115 as it is set here [s]: 860 a second, 10 % slower by its data sheet (SBAS444, 6.5).</summary>
    public const double ConversionS = 1.1 / 860;

    private const int BitsPerByte = 9, StartStopBits = 2, SpiBitsPerByte = 8;
    /// <summary>Registers of an MCP23017 read in each poll: GPIO, and IODIR and IPOL as a check that it has kept its setting.</summary>
    private const int ExpanderRegisters = 3;
    /// <summary>Bytes on the wire for a MAX31865: its setting is read and written four times (faults, bias, conversion, bias); then value, faults and setting are read.</summary>
    private const int ThermometerBytes = 4 * (2 + 2) + 3 + 2 + 2;

    /// <summary>Time that one poll of a board takes on its bus [s].</summary>
    /// <param name="board">The board.</param>
    /// <param name="channels">Inputs of it that are used.</param>
    public static double BusyS(BoardWiring board, int channels) => board.Kind switch
    {
        BoardKind.Mcp23017 => ExpanderRegisters * Read(2) / board.ClockHz,
        BoardKind.Ads1115 => channels * ((Bits(4) + 3 * Read(2)) / board.ClockHz + ConversionS),
        _ => ThermometerBytes * SpiBitsPerByte / board.ClockHz,
    };

    /// <summary>Share of the time that a bus is busy.</summary>
    /// <param name="wiring">The wiring.</param>
    /// <param name="isSpi">An SPI bus, else I2C.</param>
    /// <param name="bus">Its number.</param>
    public static double Of(FieldWiring wiring, bool isSpi, int bus) =>
        wiring.Boards.Where(b => b.Bus == bus && IsSpi(b.Kind) == isSpi).Sum(b => BusyS(b, wiring.Analogs.Count(a => a.Board == b.Name)) / b.PollS);

    /// <summary>True for a board on SPI.</summary>
    public static bool IsSpi(BoardKind kind) => kind == BoardKind.Max31865;

    // A register's number is written, then so many bytes are read.
    private static int Read(int bytes) => Bits(2) + Bits(1 + bytes);

    private static int Bits(int bytes) => BitsPerByte * bytes + StartStopBits;
}
