namespace Gravistore.Core.Parameters;

/// <summary>How a character goes over a serial line. Both take eleven bits: a start bit, eight data bits, and two more.</summary>
public enum SerialFormat
{
    /// <summary>Even parity, one stop bit: the default of Modbus RTU.</summary>
    EvenOneStop,
    /// <summary>No parity, two stop bits.</summary>
    NoneTwoStop,
}

/// <summary>One RS-485 line that devices share, and how it is polled. Modbus over serial line, 2.5.1: eleven bits a character, frames 3.5 characters apart.</summary>
public sealed record SerialBus
{
    private const double BitsPerCharacter = 11, GapCharacters = 3.5, FixedGapS = 1.75e-3;
    private const int FixedGapAboveBaud = 19_200;

    /// <summary>Its name in messages and statistics, such as bus-1.</summary>
    public required string Name { get; init; }
    /// <summary>The serial port's device file.</summary>
    public required string Path { get; init; }
    /// <summary>Bits a second.</summary>
    public required int Baud { get; init; }
    public required SerialFormat Format { get; init; }
    /// <summary>The transceiver gives back what is sent: the own telegram is read and taken off.</summary>
    public required bool Echo { get; init; }
    /// <summary>From the end of a request until the answer begins, beyond the gap, as devices and adapter need it [s].</summary>
    public required double TurnaroundS { get; init; }
    /// <summary>Every device is asked once in this time [s], a whole number of the loop's cycles.</summary>
    public required double CycleS { get; init; }
    /// <summary>Time beyond that on the wire that an answer may take before it counts as lost [s].</summary>
    public required double AnswerTimeoutS { get; init; }

    /// <summary>Time of one character [s].</summary>
    public double CharacterS => BitsPerCharacter / Baud;

    /// <summary>Silence between two frames [s]: 3.5 characters, above 19200 baud 1.75 ms.</summary>
    public double GapS => Baud > FixedGapAboveBaud ? FixedGapS : GapCharacters * CharacterS;

    /// <summary>Time that one request with its answer occupies the line [s].</summary>
    /// <param name="requestBytes">Bytes of the request, unit and checksum included.</param>
    /// <param name="answerBytes">Bytes of the answer.</param>
    public double ExchangeS(int requestBytes, int answerBytes) => (requestBytes + answerBytes) * CharacterS + 2 * GapS + TurnaroundS;
}
