using Gravistore.Json;

namespace Gravistore.Simulator.Io;

/// <summary>Reads a wiring file (schema gravistore-wiring/1) for the wires' other end: the same data as the controller's, by a reader of its own.</summary>
internal static class WiringFileReader
{
    private const string Mcp23017 = "mcp23017", Ads1115 = "ads1115", Max31865 = "max31865", Watchdog = "watchdog", NoTripRequest = "no-trip-request";

    private static readonly ChoiceKey Schema = new("schema", "Kind and version of the file", "gravistore-wiring/1");
    private static readonly TextKey Name = new("name", "Short name"), Title = new("title", "Which cabinet"), Plant = new("plant", "Whose wires");
    private static readonly TextKey Label = new("label", "Label of the GPIO chip");
    private static readonly ChoiceKey Library = new("library", "Library for the chip", "libgpiod-v1", "libgpiod-v2");
    private static readonly SectionKey Gpio = new("gpio", new SectionSpec("gpio", "The GPIO chip", Label, Library,
        new IntegerKey("filterSamples", "of the controller", 0, int.MaxValue), new IntegerKey("discrepancyMs", "of the controller", 0, int.MaxValue), new IntegerKey("expiryMs", "of the controller", 0, int.MaxValue)));

    private static readonly TextKey BoardName = new("name", "Name of the board");
    private static readonly ChoiceKey Kind = new("kind", "What it is", Mcp23017, Ads1115, Max31865);
    private static readonly IntegerKey Bus = new("bus", "Bus", 0, 255), Address = new("address", "Address or chip select", 0, 127);
    private static readonly SectionListKey Boards = new("boards", "Boards", new SectionSpec("board", "One board", BoardName, Kind, Bus, Address,
        new NumberKey("clockKHz", "of the controller", "kHz", 0, 1e9), new IntegerKey("pollMs", "of the controller", 0, int.MaxValue)));

    private static readonly ChoiceKey Contact = new("signal", "What it says", [.. SensedSignals.Contacts]), Loop = new("signal", "What it measures", [.. SensedSignals.Loops]), OutputKey = new("signal", "What it drives", Watchdog, NoTripRequest);
    private static readonly TextKey Line = new("line", "GPIO line") { Required = false }, Board = new("board", "Board") { Required = false };
    private static readonly TextKey Pin = new("pin", "Pin") { Required = false, Pattern = "[AB][0-7]", PatternText = "A0 to B7" }, Opposite = new("opposite", "Second contact") { Required = false };
    private static readonly ChoiceKey Active = new("active", "Level that means true", "high", "low");
    private static readonly IntegerKey Hoist = new("hoist", "Hoist from 1", 1, 64) { Required = false };
    private static readonly SectionListKey Inputs = new("inputs", "Contacts", new SectionSpec("input", "One contact", Contact, Hoist, Line, Board, Pin, Opposite, Active));
    private static readonly TextKey OutputLine = new("line", "GPIO line");
    private static readonly SectionListKey Outputs = new("outputs", "Outputs", new SectionSpec("output", "One output", OutputKey, OutputLine));
    private static readonly TextKey OnBoard = new("board", "Board");
    private static readonly IntegerKey OfHoist = new("hoist", "Hoist from 1", 1, 64), Channel = new("channel", "Input", 0, 3);
    private static readonly NumberKey Burden = new("burdenOhm", "Burden", "ohm", 1, 1e4), Full = new("valueAt20mA", "Value at 20 mA", "kN or bar", 1e-3, 1e9);
    private static readonly SectionListKey Analogs = new("analogs", "Loops", new SectionSpec("analog", "One loop", Loop, OfHoist, OnBoard, Channel, Burden, Full));
    private static readonly NumberKey Reference = new("referenceOhm", "Reference", "ohm", 1, 1e5);
    private static readonly SectionListKey Thermometers = new("thermometers", "PT100", new SectionSpec("thermometer", "One PT100", OfHoist, OnBoard, Reference, new IntegerKey("wires", "of the controller", 0, 9)));
    private static readonly SectionSpec Root = new("wiring", "What is wired", Schema, Name, Title, Plant, Gpio, Boards, Inputs, Outputs, Analogs, Thermometers);

    /// <summary>Reads a file; what is wrong goes to <paramref name="findings"/>, and the result is then of no use.</summary>
    public static SimWiring Load(string path, int hoistCount, Findings findings)
    {
        Section root = Section.Bind(JsonNode.Load(path, findings), Root, findings);
        if (findings.HasErrors) return Nothing;
        CheckHoists(root, hoistCount);
        CheckNames(root);
        CheckTerminals(root);
        return new SimWiring(root.Sub(Gpio).Text(Label), root.Sub(Gpio).Choice(Library), [.. root.List(Boards).Select(s => new SimBoard(s.Text(BoardName), s.Choice(Kind), s.Integer(Bus), s.Integer(Address)))],
            [.. root.List(Inputs).Select(ReadContact)], Output(root, Watchdog), Output(root, NoTripRequest),
            [.. root.List(Analogs).Select(s => new SimLoop(s.Choice(Loop), s.Integer(OfHoist) - 1, s.Text(OnBoard), s.Integer(Channel), s.Number(Burden), s.Number(Full)))],
            [.. root.List(Thermometers).Select(s => new SimThermometer(s.Integer(OfHoist) - 1, s.Text(OnBoard), s.Number(Reference)))]);
    }

    private static SimWiring Nothing { get; } = new("", "", [], [], "", "", [], []);

    private static void CheckHoists(Section root, int hoistCount)
    {
        foreach (Section s in root.List(Inputs))
        {
            bool ofHoist = SensedSignals.IsOfHoist(s.Choice(Contact));
            if (ofHoist && !s.Has(Hoist)) s.Error(Contact, SimulatorErrors.Wiring, $"{s.Choice(Contact)} belongs to a hoist, and none is given");
            else if (!ofHoist && s.Has(Hoist)) s.Error(Hoist, SimulatorErrors.Wiring, $"{s.Choice(Contact)} belongs to no hoist");
            else if (s.Has(Hoist)) CheckHoist(s, Hoist, hoistCount);
        }
        foreach (Section s in root.List(Analogs).Concat(root.List(Thermometers))) CheckHoist(s, OfHoist, hoistCount);
    }

    private static void CheckHoist(Section s, IntegerKey key, int hoistCount)
    {
        if (s.Integer(key) > hoistCount) s.Error(key, SimulatorErrors.LinkHoist, $"the plant has no hoist {s.Integer(key)}", $"1 to {hoistCount}");
    }

    private static void CheckNames(Section root)
    {
        HashSet<string> boards = new(StringComparer.Ordinal), signals = new(StringComparer.Ordinal), discs = new(StringComparer.Ordinal);
        foreach (Section s in root.List(Boards).Where(s => !boards.Add(s.Text(BoardName)))) s.Error(BoardName, SimulatorErrors.Wiring, $"there is a board '{s.Text(BoardName)}' already");
        foreach (Section s in root.List(Inputs)) CheckOnce(s, Contact, s.Has(Hoist) ? s.Integer(Hoist) : 0, signals);
        foreach (Section s in root.List(Outputs)) CheckOnce(s, OutputKey, 0, signals);
        foreach (Section s in root.List(Analogs)) CheckOnce(s, Loop, s.Integer(OfHoist), signals);
        foreach (Section s in root.List(Thermometers).Where(s => !discs.Add($"{s.Integer(OfHoist)}"))) s.Error(OfHoist, SimulatorErrors.Wiring, $"hoist {s.Integer(OfHoist)} has a thermometer already");
        if (root.List(Outputs).Count == 1) root.Error(Outputs, SimulatorErrors.Wiring, $"{Watchdog} and {NoTripRequest} are wired together or not at all");
    }

    private static void CheckOnce(Section s, ChoiceKey key, int hoist, HashSet<string> seen)
    {
        string wire = hoist > 0 ? $"{s.Choice(key)} of hoist {hoist}" : s.Choice(key);
        if (!seen.Add(wire)) s.Error(key, SimulatorErrors.Wiring, $"{wire} is wired twice");
    }

    private static void CheckTerminals(Section root)
    {
        HashSet<string> lines = new(StringComparer.Ordinal);
        foreach (Section s in root.List(Inputs))
        {
            if (s.Has(Line) == s.Has(Board) || s.Has(Board) != s.Has(Pin)) s.Error(Contact, SimulatorErrors.Wiring, $"{s.Choice(Contact)} has no terminal, or two", "a line, or a board and its pin");
            else if (s.Has(Board)) CheckBoard(root, s, Board, Mcp23017);
            else
                foreach (TextKey key in (TextKey[])[Line, Opposite]) CheckLine(s, key, lines);
        }
        foreach (Section s in root.List(Outputs)) CheckLine(s, OutputLine, lines);
        foreach (Section s in root.List(Analogs)) CheckBoard(root, s, OnBoard, Ads1115);
        foreach (Section s in root.List(Thermometers)) CheckBoard(root, s, OnBoard, Max31865);
        if (!RackLines.HasRoomFor(lines)) root.Error(Inputs, SimulatorErrors.Wiring, $"{lines.Count} lines are wired, more than a chip has");
    }

    private static void CheckLine(Section s, TextKey key, HashSet<string> lines)
    {
        if (s.Has(key) && !lines.Add(s.Text(key))) s.Error(key, SimulatorErrors.Wiring, $"line '{s.Text(key)}' is taken already");
    }

    private static void CheckBoard(Section root, Section s, TextKey key, string kind)
    {
        string[] known = [.. root.List(Boards).Where(b => b.Choice(Kind) == kind).Select(b => b.Text(BoardName))];
        if (!known.Contains(s.Text(key))) s.Error(key, SimulatorErrors.Wiring, $"there is no {kind} '{s.Text(key)}'", string.Join(", ", known));
    }

    private static SimContact ReadContact(Section s) => new(s.Choice(Contact), s.Has(Hoist) ? s.Integer(Hoist) - 1 : -1, s.Text(Board), s.Has(Line) ? s.Text(Line) : s.Text(Pin), s.Text(Opposite), s.Choice(Active) == "high");

    private static string Output(Section root, string signal) => root.List(Outputs).FirstOrDefault(s => s.Choice(OutputKey) == signal)?.Text(OutputLine) ?? "";
}
