using Gravistore.Json;

namespace Gravistore.Simulator.Io;

/// <summary>Reads a wiring file (schema gravistore-wiring/1) for the wires' other end: the same data as the controller's, by a reader of its own.</summary>
internal static class WiringFileReader
{
    private static readonly ChoiceKey Schema = new("schema", "Kind and version of the file", "gravistore-wiring/1");
    private static readonly TextKey Name = new("name", "Short name"), Title = new("title", "Which cabinet"), Plant = new("plant", "Whose wires");
    private static readonly TextKey Label = new("label", "Label of the GPIO chip");
    private static readonly SectionKey Gpio = new("gpio", new SectionSpec("gpio", "The GPIO chip", Label, new TextKey("library", "of the controller"),
        new IntegerKey("filterSamples", "of the controller", 0, int.MaxValue), new IntegerKey("discrepancyMs", "of the controller", 0, int.MaxValue), new IntegerKey("expiryMs", "of the controller", 0, int.MaxValue)));

    private static readonly TextKey BoardName = new("name", "Name of the board"), Kind = new("kind", "mcp23017, ads1115 or max31865");
    private static readonly IntegerKey Bus = new("bus", "Bus", 0, 255), Address = new("address", "Address or chip select", 0, 127);
    private static readonly SectionListKey Boards = new("boards", "Boards", new SectionSpec("board", "One board", BoardName, Kind, Bus, Address,
        new NumberKey("clockKHz", "of the controller", "kHz", 0, 1e9), new IntegerKey("pollMs", "of the controller", 0, int.MaxValue)));

    private static readonly TextKey Signal = new("signal", "What it is"), Line = new("line", "GPIO line") { Required = false }, Board = new("board", "Board") { Required = false };
    private static readonly TextKey Pin = new("pin", "Pin") { Required = false, Pattern = "[AB][0-7]", PatternText = "A0 to B7" }, Opposite = new("opposite", "Second contact") { Required = false };
    private static readonly ChoiceKey Active = new("active", "Level that means true", "high", "low");
    private static readonly IntegerKey Hoist = new("hoist", "Hoist from 1", 1, 64) { Required = false };
    private static readonly SectionListKey Inputs = new("inputs", "Contacts", new SectionSpec("input", "One contact", Signal, Hoist, Line, Board, Pin, Opposite, Active));
    private static readonly TextKey OutputLine = new("line", "GPIO line");
    private static readonly SectionListKey Outputs = new("outputs", "Outputs", new SectionSpec("output", "One output", Signal, OutputLine));
    private static readonly TextKey OnBoard = new("board", "Board");
    private static readonly IntegerKey OfHoist = new("hoist", "Hoist from 1", 1, 64), Channel = new("channel", "Input", 0, 3);
    private static readonly NumberKey Burden = new("burdenOhm", "Burden", "ohm", 1, 1e4), Full = new("valueAt20mA", "Value at 20 mA", "kN or bar", 1e-3, 1e9);
    private static readonly SectionListKey Analogs = new("analogs", "Loops", new SectionSpec("analog", "One loop", Signal, OfHoist, OnBoard, Channel, Burden, Full));
    private static readonly NumberKey Reference = new("referenceOhm", "Reference", "ohm", 1, 1e5);
    private static readonly SectionListKey Thermometers = new("thermometers", "PT100", new SectionSpec("thermometer", "One PT100", OfHoist, OnBoard, Reference, new IntegerKey("wires", "of the controller", 0, 9)));
    private static readonly SectionSpec Root = new("wiring", "What is wired", Schema, Name, Title, Plant, Gpio, Boards, Inputs, Outputs, Analogs, Thermometers);

    /// <summary>Reads a file; what is wrong goes to <paramref name="findings"/>, and the result is then of no use.</summary>
    public static SimWiring Load(string path, int hoistCount, Findings findings)
    {
        Section root = Section.Bind(JsonNode.Load(path, findings), Root, findings);
        foreach (Section s in root.List(Inputs).Where(s => s.Has(Hoist) && s.Integer(Hoist) > hoistCount)) s.Error(Hoist, SimulatorErrors.LinkHoist, $"the plant has no hoist {s.Integer(Hoist)}", $"1 to {hoistCount}");
        foreach (Section s in root.List(Analogs).Concat(root.List(Thermometers)).Where(s => s.Integer(OfHoist) > hoistCount)) s.Error(OfHoist, SimulatorErrors.LinkHoist, $"the plant has no hoist {s.Integer(OfHoist)}", $"1 to {hoistCount}");
        return new SimWiring(root.Sub(Gpio).Text(Label), [.. root.List(Boards).Select(s => new SimBoard(s.Text(BoardName), s.Text(Kind), s.Integer(Bus), s.Integer(Address)))],
            [.. root.List(Inputs).Select(ReadContact)], Output(root, "watchdog"), Output(root, "no-trip-request"),
            [.. root.List(Analogs).Select(s => new SimLoop(s.Text(Signal), s.Integer(OfHoist) - 1, s.Text(OnBoard), s.Integer(Channel), s.Number(Burden), s.Number(Full)))],
            [.. root.List(Thermometers).Select(s => new SimThermometer(s.Integer(OfHoist) - 1, s.Text(OnBoard), s.Number(Reference)))]);
    }

    private static SimContact ReadContact(Section s) => new(s.Text(Signal), s.Has(Hoist) ? s.Integer(Hoist) - 1 : -1, s.Text(Board), s.Has(Line) ? s.Text(Line) : s.Text(Pin), s.Text(Opposite), s.Choice(Active) == "high");

    private static string Output(Section root, string signal) => root.List(Outputs).FirstOrDefault(s => s.Text(Signal) == signal)?.Text(OutputLine) ?? "";
}
