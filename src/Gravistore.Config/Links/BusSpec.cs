using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Links;

/// <summary>Keys of an RS-485 line in a links file.</summary>
internal static class BusSpec
{
    /// <summary>Most lines of a plant of 64 hoists.</summary>
    public const int MaxBuses = 64;

    /// <summary>Rates that every UART of the field offers [baud].</summary>
    private static readonly int[] Rates = [9600, 19_200, 38_400, 57_600, 115_200];
    private const string EvenOneStop = "8E1", NoneTwoStop = "8N2";

    public static readonly TextKey Name = new("name", "Name of the line in messages and statistics") { Pattern = "[a-z0-9]+([.-][a-z0-9]+)*", PatternText = "small letters, digits, hyphens and dots", MaxLength = 40 };
    public static readonly TextKey Path = new("path", "Device file of the serial port") { Pattern = "/[^\\s\\0]+", PatternText = "an absolute path without blanks", MaxLength = 100 };
    public static readonly IntegerKey Baud = new("baud", "Bits a second: 9600, 19200, 38400, 57600 or 115200", 9600, 115_200);
    private static readonly ChoiceKey Format = new("format", "Parity and stop bits: even and one, or none and two", EvenOneStop, NoneTwoStop);
    private static readonly FlagKey Echo = new("echo", "The transceiver gives back what is sent");
    private static readonly NumberKey Turnaround = new("turnaroundMs", "From the end of a request until the answer begins, beyond 3.5 characters, as devices and adapter need it", "ms", 0, 200);
    public static readonly IntegerKey Cycle = new("cycleMs", "Every device is asked once in this time; whole cycles of 10 ms", 10, 1000) { Unit = "ms" };
    private static readonly IntegerKey AnswerTimeout = new("answerTimeoutMs", "Time beyond that on the wire that an answer may take before it counts as lost", 1, 1000) { Unit = "ms" };

    public static readonly SectionListKey Buses = new("buses", "RS-485 lines with Modbus RTU", new SectionSpec("bus", "One line", Name, Path, Baud, Format, Echo, Turnaround, Cycle, AnswerTimeout))
    {
        Required = false,
        MaxCount = MaxBuses,
    };

    public static SerialBus Read(Section s) => new()
    {
        Name = s.Text(Name),
        Path = s.Text(Path),
        Baud = s.Integer(Baud),
        Format = s.Choice(Format) == NoneTwoStop ? SerialFormat.NoneTwoStop : SerialFormat.EvenOneStop,
        Echo = s.Flag(Echo),
        TurnaroundS = 1e-3 * s.Number(Turnaround),
        CycleS = 1e-3 * s.Integer(Cycle),
        AnswerTimeoutS = 1e-3 * s.Integer(AnswerTimeout),
    };

    /// <summary>What one line's own values can get wrong.</summary>
    public static void Check(Section s)
    {
        if (Array.IndexOf(Rates, s.Integer(Baud)) < 0)
            s.Error(Baud, ConfigErrors.BusFormat, $"{s.Integer(Baud)} baud is no rate of a serial line", string.Join(", ", Rates));
        const int loopMs = 10;
        if (s.Integer(Cycle) % loopMs != 0)
            s.Error(Cycle, ConfigErrors.BusFormat, $"{s.Integer(Cycle)} ms is no whole number of the loop's cycles", "10, 20, 30, ... ms");
    }
}
