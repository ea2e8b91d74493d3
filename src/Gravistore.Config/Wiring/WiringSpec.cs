using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Wiring;

/// <summary>Keys of a wiring file.</summary>
internal static class WiringSpec
{
    public const string SchemaText = "gravistore-wiring/1";
    /// <summary>Most hoists of a plant.</summary>
    private const int MaxHoists = 64;
    private const double BarPerBar = 1, NewtonPerKilonewton = 1e3, HzPerKHz = 1e3, SPerMs = 1e-3;

    private static readonly ChoiceKey Schema = new("schema", "Kind and version of this file", SchemaText);
    public static readonly TextKey Name = WiringKeys.SmallName("name", "Name of this wiring, the same as the file's without .json");
    private static readonly TextKey Title = new("title", "Which cabinet this is, one sentence");
    public static readonly TextKey Plant = WiringKeys.SmallName("plant", "Name of the plant that is wired");

    private static readonly TextKey Label = new("label", "Label of the GPIO chip, such as pinctrl-rp1; never its number") { MaxLength = 31 };
    private static readonly ChoiceKey Library = new("library", "Library that reads the lines; a Raspberry Pi with Debian 13 has version 2 alone", [.. WiringKeys.Libraries.Select(l => l.Text)]);
    private static readonly IntegerKey FilterSamples = new("filterSamples", "A contact has changed when so many samples in a row say so", 1, 10);
    private static readonly IntegerKey Discrepancy = new("discrepancyMs", "An antivalent pair may disagree for so long", 10, 500) { Unit = "ms" };
    private static readonly IntegerKey Expiry = new("expiryMs", "Outputs that the loop has not set for so long are de-energised", 30, 300) { Unit = "ms" };
    private static readonly SectionKey Gpio = new("gpio", new SectionSpec("gpio", "The GPIO chip and what is the same for all contacts", Label, Library, FilterSamples, Discrepancy, Expiry));

    public static readonly TextKey BoardName = WiringKeys.SmallName("name", "Name of the board in messages and statistics");
    public static readonly ChoiceKey Kind = new("kind", "What the board is", [.. WiringKeys.Boards.Select(b => b.Text)]);
    public static readonly IntegerKey Bus = new("bus", "Number of its I2C bus (/dev/i2c-N) or SPI bus (/dev/spidevN.M)", 0, 31);
    public static readonly IntegerKey Address = new("address", "I2C address: 32 to 39 for an mcp23017, 72 to 75 for an ads1115; chip select of a max31865, 0 to 3", 0, 127);
    public static readonly NumberKey Clock = new("clockKHz", "Clock of its bus as it is set in the machine", "kHz", 10, 5000);
    public static readonly IntegerKey Poll = new("pollMs", "It is read once in this time", 5, 2000) { Unit = "ms" };
    public static readonly SectionListKey Boards = new("boards", "Boards on I2C and SPI, each read by a thread of its own",
        new SectionSpec("board", "One board", BoardName, Kind, Bus, Address, Clock, Poll))
    { MaxCount = 4 * MaxHoists };

    public static readonly ChoiceKey InputSignal = new("signal", "What the contact says", [.. WiringKeys.Inputs.Select(s => s.Text)]);
    public static readonly IntegerKey Hoist = new("hoist", "Hoist from 1; not given for a signal of the plant", 1, MaxHoists) { Required = false };
    public static readonly TextKey Line = new("line", "Name of the GPIO line; for a contact on a board give board and pin instead") { Required = false, MaxLength = 31 };
    public static readonly TextKey Board = new("board", "Name of the board") { Required = false, MaxLength = 60 };
    public static readonly TextKey Pin = new("pin", "Pin of an mcp23017, A0 to B7") { Required = false, Pattern = "[AB][0-7]", PatternText = "A0 to A7 or B0 to B7", MaxLength = 2 };
    public static readonly TextKey Opposite = new("opposite", "Line or pin of the second, antivalent contact of the same signal") { Required = false, MaxLength = 31 };
    public static readonly ChoiceKey Active = new("active", "Level at the terminal that means true", "high", "low");
    public static readonly SectionListKey Inputs = new("inputs", "Contacts", new SectionSpec("input", "One contact", InputSignal, Hoist, Line, Board, Pin, Opposite, Active)) { MaxCount = 16 * MaxHoists };

    public static readonly ChoiceKey OutputSignal = new("signal", "What the output drives", [.. WiringKeys.Outputs.Select(s => s.Text)]);
    public static readonly TextKey OutputLine = new("line", "Name of the GPIO line; low is de-energised and safe") { MaxLength = 31 };
    public static readonly SectionListKey Outputs = new("outputs", "Outputs of the plant", new SectionSpec("output", "One output", OutputSignal, OutputLine)) { MaxCount = 2 };

    public static readonly ChoiceKey AnalogSignal = new("signal", "What is measured", [.. WiringKeys.Analogs.Select(s => s.Text)]);
    public static readonly IntegerKey OfHoist = new("hoist", "Hoist from 1", 1, MaxHoists);
    public static readonly TextKey OnBoard = new("board", "Name of the board") { MaxLength = 60 };
    public static readonly IntegerKey Channel = new("channel", "Input of the ads1115", 0, 3);
    public static readonly NumberKey Burden = new("burdenOhm", "Resistor that the current flows through", "ohm", 50, 190);
    public static readonly NumberKey Span = new("valueAt20mA", "Value at 20 mA, in kN or bar; at 4 mA it is 0", "kN or bar", 1, 100_000);
    public static readonly SectionListKey Analogs = new("analogs", "4-20 mA signals", new SectionSpec("analog", "One loop", AnalogSignal, OfHoist, OnBoard, Channel, Burden, Span)) { MaxCount = 3 * MaxHoists };

    public static readonly NumberKey Reference = new("referenceOhm", "Reference resistor of the max31865", "ohm", 350, 4300);
    private static readonly IntegerKey Wires = new("wires", "Wires of the PT100", 2, 4);
    public static readonly SectionListKey Thermometers = new("thermometers", "PT100 at brake discs", new SectionSpec("thermometer", "One PT100", OfHoist, OnBoard, Reference, Wires)) { MaxCount = MaxHoists };

    public static readonly SectionSpec Root = new("wiring", "Signals of a plant on the controller's own pins and boards", Schema, Name, Title, Plant, Gpio, Boards, Inputs, Outputs, Analogs, Thermometers);

    public static FieldWiring Read(Section root) => new()
    {
        Name = root.Text(Name),
        Plant = root.Text(Plant),
        Gpio = ReadGpio(root.Sub(Gpio)),
        Boards = [.. root.List(Boards).Select(ReadBoard)],
        Inputs = [.. root.List(Inputs).Select(ReadInput)],
        Outputs = [.. root.List(Outputs).Select(s => new OutputWiring(Signal(WiringKeys.Outputs, s.Choice(OutputSignal)), s.Text(OutputLine)))],
        Analogs = [.. root.List(Analogs).Select(ReadAnalog)],
        Thermometers = [.. root.List(Thermometers).Select(s => new ThermometerWiring(s.Integer(OfHoist) - 1, s.Text(OnBoard), s.Number(Reference), s.Integer(Wires)))],
    };

    private static GpioWiring ReadGpio(Section s) => new(s.Text(Label), Array.Find(WiringKeys.Libraries, l => l.Text == s.Choice(Library)).Library,
        s.Integer(FilterSamples), SPerMs * s.Integer(Discrepancy), SPerMs * s.Integer(Expiry));

    private static BoardWiring ReadBoard(Section s) => new(s.Text(BoardName), Array.Find(WiringKeys.Boards, b => b.Text == s.Choice(Kind)).Kind,
        s.Integer(Bus), s.Integer(Address), HzPerKHz * s.Number(Clock), SPerMs * s.Integer(Poll));

    private static InputWiring ReadInput(Section s) => new(Signal(WiringKeys.Inputs, s.Choice(InputSignal)), s.Has(Hoist) ? s.Integer(Hoist) - 1 : -1,
        s.Text(Board), s.Has(Line) ? s.Text(Line) : s.Text(Pin), s.Text(Opposite), s.Choice(Active) == "high");

    private static AnalogWiring ReadAnalog(Section s)
    {
        WiredSignal signal = Signal(WiringKeys.Analogs, s.Choice(AnalogSignal));
        double scale = signal == WiredSignal.RopeForce ? NewtonPerKilonewton : BarPerBar;
        return new AnalogWiring(signal, s.Integer(OfHoist) - 1, s.Text(OnBoard), s.Integer(Channel), s.Number(Burden), scale * s.Number(Span));
    }

    private static WiredSignal Signal((string Text, WiredSignal Signal)[] known, string text) => Array.Find(known, k => k.Text == text).Signal;
}
