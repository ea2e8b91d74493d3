using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Wiring;

/// <summary>Refuses a wiring in which something is claimed twice, missing, or contradicts itself or its plant.</summary>
internal sealed class WiringCheck(Section root, FieldWiring wiring)
{
    private readonly Dictionary<string, string> _claims = new(StringComparer.Ordinal);
    private readonly HashSet<(WiredSignal, int)> _signals = [];

    public void Run(PlantParameters? plant)
    {
        new BoardCheck(root, wiring).Run();
        CheckInputs(plant);
        CheckOutputs();
        CheckAnalogs(plant);
        CheckThermometers(plant);
        CheckComplete(plant);
    }

    private void CheckInputs(PlantParameters? plant)
    {
        IReadOnlyList<Section> sections = root.List(WiringSpec.Inputs);
        for (int i = 0; i < wiring.Inputs.Count; i++)
        {
            InputWiring input = wiring.Inputs[i];
            Section s = sections[i];
            CheckHoist(s, WiringSpec.Hoist, input.Signal, input.Hoist, plant);
            Once(s, WiringSpec.InputSignal, input.Signal, input.Hoist);
            CheckTerminal(s, input);
            CheckBrokenWire(s, input);
        }
    }

    private void CheckTerminal(Section s, InputWiring input)
    {
        bool line = s.Has(WiringSpec.Line), board = s.Has(WiringSpec.Board) || s.Has(WiringSpec.Pin);
        if (line == board || (board && !(s.Has(WiringSpec.Board) && s.Has(WiringSpec.Pin))))
        {
            s.Error(WiringSpec.InputSignal, ConfigErrors.WiringTerminal, $"{WiringKeys.Of(input.Signal, input.Hoist)} needs one place where its wire ends", "\"line\", or \"board\" with \"pin\"");
            return;
        }
        if (board) Find(s, WiringSpec.Board, input.Board, BoardKind.Mcp23017);
        if (board && input.Opposite.Length > 0 && !IsPin(input.Opposite))
            s.Error(WiringSpec.Opposite, ConfigErrors.WiringTerminal, $"{JsonText.Quote(input.Opposite)} is no pin of board {JsonText.Quote(input.Board)}: both contacts of a pair end at one place", "A0 to A7 or B0 to B7");
        Claim(s, line ? WiringSpec.Line : WiringSpec.Pin, input.Board, input.Terminal, WiringKeys.Of(input.Signal, input.Hoist));
        if (input.Opposite.Length > 0) Claim(s, WiringSpec.Opposite, input.Board, input.Opposite, WiringKeys.Of(input.Signal, input.Hoist));
    }

    // A single contact whose broken wire reads as "all is well" hides the one fault that every wire has sooner or later.
    private static void CheckBrokenWire(Section s, InputWiring input)
    {
        bool alarm = input.Signal is WiredSignal.EmergencyStop or WiredSignal.Overspeed or WiredSignal.UpperOvertravel or WiredSignal.LowerOvertravel or WiredSignal.SlackRope;
        if (input.Opposite.Length > 0 || input.ActiveHigh != alarm) return;
        string right = alarm ? "low" : "high";
        s.Error(WiringSpec.Active, ConfigErrors.WiringPolarity, $"a broken wire of {WiringKeys.Of(input.Signal, input.Hoist)} reads low and so would not be seen", $"\"{right}\", or a pair of contacts with \"opposite\"");
    }

    private void CheckOutputs()
    {
        IReadOnlyList<Section> sections = root.List(WiringSpec.Outputs);
        for (int i = 0; i < wiring.Outputs.Count; i++)
        {
            Once(sections[i], WiringSpec.OutputSignal, wiring.Outputs[i].Signal, -1);
            Claim(sections[i], WiringSpec.OutputLine, "", wiring.Outputs[i].Line, WiringKeys.TextOf(wiring.Outputs[i].Signal));
        }
    }

    private void CheckAnalogs(PlantParameters? plant)
    {
        IReadOnlyList<Section> sections = root.List(WiringSpec.Analogs);
        for (int i = 0; i < wiring.Analogs.Count; i++)
        {
            AnalogWiring analog = wiring.Analogs[i];
            Section s = sections[i];
            CheckHoist(s, WiringSpec.OfHoist, analog.Signal, analog.Hoist, plant);
            Once(s, WiringSpec.AnalogSignal, analog.Signal, analog.Hoist);
            Find(s, WiringSpec.OnBoard, analog.Board, BoardKind.Ads1115);
            Claim(s, WiringSpec.Channel, analog.Board, "channel " + JsonText.Number(analog.Channel), WiringKeys.Of(analog.Signal, analog.Hoist));
            double planned = plant?.Devices.HoistIo.RopeForce.SpanValue ?? analog.SpanValue;
            if (analog.Signal == WiredSignal.RopeForce && Math.Abs(analog.SpanValue - planned) > 1e-6 * planned)
                s.Error(WiringSpec.Span, ConfigErrors.WiringPlant, $"the load cell shows {JsonText.Number(1e-3 * analog.SpanValue, "kN")} at 20 mA, by the plant file {JsonText.Number(1e-3 * planned, "kN")}", JsonText.Number(1e-3 * planned, "kN"));
        }
    }

    private void CheckThermometers(PlantParameters? plant)
    {
        IReadOnlyList<Section> sections = root.List(WiringSpec.Thermometers);
        for (int i = 0; i < wiring.Thermometers.Count; i++)
        {
            ThermometerWiring thermometer = wiring.Thermometers[i];
            CheckHoist(sections[i], WiringSpec.OfHoist, WiredSignal.DiscTemperature, thermometer.Hoist, plant);
            Once(sections[i], WiringSpec.OfHoist, WiredSignal.DiscTemperature, thermometer.Hoist);
            Find(sections[i], WiringSpec.OnBoard, thermometer.Board, BoardKind.Max31865);
            Claim(sections[i], WiringSpec.OnBoard, thermometer.Board, "input", WiringKeys.Of(WiredSignal.DiscTemperature, thermometer.Hoist));
        }
    }

    // A module is replaced whole: half of its signals here and half there would be two images of different age.
    private void CheckComplete(PlantParameters? plant)
    {
        WiredSignal[] ofPlant = [.. Enum.GetValues<WiredSignal>().Where(WiringKeys.IsOfPlant)];
        if (ofPlant.Any(s => _signals.Contains((s, -1)))) CheckThere(ofPlant, -1);
        foreach (int hoist in wiring.Inputs.Select(i => i.Hoist).Concat(wiring.Analogs.Select(a => a.Hoist)).Concat(wiring.Thermometers.Select(t => t.Hoist)).Where(h => h >= 0 && h < (plant?.HoistCount ?? int.MaxValue)).Distinct().Order())
            CheckThere([.. WiringKeys.Inputs.Select(s => s.Signal).Where(s => !WiringKeys.IsOfPlant(s)), WiredSignal.RopeForce], hoist);
    }

    private void CheckThere(WiredSignal[] signals, int hoist)
    {
        foreach (WiredSignal signal in signals.Where(s => !_signals.Contains((s, hoist))))
            root.Error(KeyOf(signal), ConfigErrors.WiringMissing, $"{WiringKeys.Of(signal, hoist)} is not wired, though other signals of its module are");
    }

    private static SectionListKey KeyOf(WiredSignal signal) =>
        signal is WiredSignal.Watchdog or WiredSignal.NoTripRequest ? WiringSpec.Outputs : signal == WiredSignal.RopeForce ? WiringSpec.Analogs : WiringSpec.Inputs;

    private static void CheckHoist(Section s, Key key, WiredSignal signal, int hoist, PlantParameters? plant)
    {
        if (WiringKeys.IsOfPlant(signal) != (hoist < 0))
            s.Error(key, ConfigErrors.WiringHoist, hoist >= 0 ? $"{WiringKeys.TextOf(signal)} belongs to no hoist" : $"{WiringKeys.TextOf(signal)} belongs to a hoist, and none is named");
        else if (plant is not null && hoist >= plant.HoistCount)
            s.Error(key, ConfigErrors.WiringHoist, $"the plant has no hoist {hoist + 1}", $"1 to {plant.HoistCount}");
    }

    private void Once(Section s, Key key, WiredSignal signal, int hoist)
    {
        if (!_signals.Add((signal, hoist))) s.Error(key, ConfigErrors.WiringTwice, $"{WiringKeys.Of(signal, hoist)} is wired already");
    }

    private void Claim(Section s, Key key, string board, string terminal, string what)
    {
        string place = board.Length == 0 ? $"line {JsonText.Quote(terminal)}" : $"{terminal} of board {JsonText.Quote(board)}";
        if (!_claims.TryAdd(place, what)) s.Error(key, ConfigErrors.WiringTwice, $"{place} is claimed by {_claims[place]} already");
    }

    private void Find(Section s, Key key, string name, BoardKind kind)
    {
        BoardWiring? board = wiring.Boards.FirstOrDefault(b => b.Name == name);
        string[] fit = [.. wiring.Boards.Where(b => b.Kind == kind).Select(b => b.Name)];
        if (board is null)
            s.Error(key, ConfigErrors.WiringTerminal, $"there is no board {JsonText.Quote(name)}", JsonText.Choices(fit), NearestMatch.Question(name, fit, ConfigErrors.WiringTerminal.Cure));
        else if (board.Kind != kind)
            s.Error(key, ConfigErrors.WiringTerminal, $"board {JsonText.Quote(name)} is an {WiringKeys.TextOf(board.Kind)}, and an {WiringKeys.TextOf(kind)} is wanted", JsonText.Choices(fit));
    }

    private static bool IsPin(string text) => text.Length == 2 && text[0] is 'A' or 'B' && text[1] is >= '0' and <= '7';
}
