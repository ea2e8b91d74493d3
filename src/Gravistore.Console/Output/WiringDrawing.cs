using System.Globalization;
using System.Net;
using System.Text;
using Gravistore.Core.Parameters;

namespace Gravistore.Console.Output;

/// <summary>Draws a wiring file as SVG: a box for the GPIO chip and for every board, a wire for each signal. The same file gives the same bytes.</summary>
internal static class WiringDrawing
{
    private const int Width = 760, Row = 20, Gap = 14, Margin = 16, BoxX = 400, SignalX = 24, WireX = 210, ContactX = 290, TextRise = 6;

    /// <summary>One wire at a terminal.</summary>
    private sealed record Terminal(string Name, string Signal, string Kind, bool IsOutput);

    /// <summary>One chip with its terminals.</summary>
    private sealed record Box(string Title, string Place, IReadOnlyList<Terminal> Terminals);

    /// <summary>The drawing.</summary>
    public static string Write(FieldWiring wiring)
    {
        List<Box> boxes = [Chip(wiring), .. wiring.Boards.Select(b => Board(wiring, b))];
        StringBuilder body = new();
        int y = Margin + 2 * Row;
        foreach (Box box in boxes.Where(b => b.Terminals.Count > 0)) y = Draw(body, box, y) + Gap;
        return Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {y}\" width=\"{Width}\" height=\"{y}\" font-family=\"sans-serif\" font-size=\"12\">\n")
            + Invariant($"<rect width=\"{Width}\" height=\"{y}\" fill=\"#fff\"/>\n")
            + Invariant($"<text x=\"{SignalX}\" y=\"{Margin + Row - TextRise}\" font-size=\"15\" font-weight=\"bold\">{Text(wiring.Name)}: what is wired to the controller of {Text(wiring.Plant)}</text>\n")
            + body + "</svg>\n";
    }

    private static Box Chip(FieldWiring wiring) => new($"GPIO chip {wiring.Gpio.ChipLabel}", $"{wiring.Gpio.Library}, {wiring.Gpio.FilterSamples} samples",
        [.. wiring.Inputs.Where(i => i.Board.Length == 0).SelectMany(Contacts), .. wiring.Outputs.Select(o => new Terminal(o.Line, Name(o.Signal, -1), "relay, low is safe", true))]);

    private static Box Board(FieldWiring wiring, BoardWiring board) => new($"{board.Name} ({board.Kind.ToString().ToUpperInvariant()})", Place(board),
    [
        .. wiring.Inputs.Where(i => i.Board == board.Name).SelectMany(Contacts),
        .. wiring.Analogs.Where(a => a.Board == board.Name).Select(a => new Terminal(Invariant($"AIN{a.Channel}"), Name(a.Signal, a.Hoist), Invariant($"4-20 mA, {a.BurdenOhm:0.###} ohm"), false)),
        .. wiring.Thermometers.Where(t => t.Board == board.Name).Select(t => new Terminal("RTD", Name(WiredSignal.DiscTemperature, t.Hoist), Invariant($"PT100, {t.Wires} wires"), false)),
    ]);

    private static IEnumerable<Terminal> Contacts(InputWiring input)
    {
        yield return new Terminal(input.Terminal, Name(input.Signal, input.Hoist), input.ActiveHigh ? "high = true" : "low = true", false);
        if (input.Opposite.Length > 0) yield return new Terminal(input.Opposite, Name(input.Signal, input.Hoist), "opposite", false);
    }

    private static string Place(BoardWiring board) => board.Kind == BoardKind.Max31865
        ? Invariant($"SPI bus {board.Bus}, chip select {board.Address}, every {1000 * board.PollS:0.###} ms")
        : Invariant($"I2C bus {board.Bus}, address 0x{board.Address:X2}, every {1000 * board.PollS:0.###} ms");

    private static int Draw(StringBuilder body, Box box, int top)
    {
        int height = (2 + box.Terminals.Count) * Row;
        body.Append(Invariant($"<rect x=\"{BoxX}\" y=\"{top}\" width=\"{Width - BoxX - Margin}\" height=\"{height}\" fill=\"#f4f6f8\" stroke=\"#456\" rx=\"4\"/>\n"));
        body.Append(Invariant($"<text x=\"{BoxX + 10}\" y=\"{top + Row - TextRise}\" font-weight=\"bold\">{Text(box.Title)}</text>\n"));
        body.Append(Invariant($"<text x=\"{BoxX + 10}\" y=\"{top + 2 * Row - TextRise}\" fill=\"#555\">{Text(box.Place)}</text>\n"));
        for (int i = 0; i < box.Terminals.Count; i++) Wire(body, box.Terminals[i], top + (3 + i) * Row - TextRise);
        return top + height;
    }

    private static void Wire(StringBuilder body, Terminal terminal, int y)
    {
        string colour = terminal.IsOutput ? "#b02a1a" : "#1a5fb0";
        int middle = y - 4;
        body.Append(Invariant($"<text x=\"{SignalX}\" y=\"{y}\">{Text(terminal.Signal)}</text>\n"));
        body.Append(Invariant($"<line x1=\"{WireX}\" y1=\"{middle}\" x2=\"{BoxX}\" y2=\"{middle}\" stroke=\"{colour}\"/>\n"));
        body.Append(Invariant($"<text x=\"{ContactX}\" y=\"{middle - 2}\" font-size=\"9\" fill=\"#555\" text-anchor=\"middle\">{Text(terminal.Kind)}</text>\n"));
        body.Append(Invariant($"<circle cx=\"{BoxX}\" cy=\"{middle}\" r=\"3\" fill=\"{colour}\"/>\n"));
        body.Append(Invariant($"<text x=\"{BoxX + 10}\" y=\"{y}\">{Text(terminal.Name)}</text>\n"));
    }

    // From BrakeALifted to "hoist 1: brake a lifted".
    private static string Name(WiredSignal signal, int hoist)
    {
        StringBuilder words = new();
        foreach (char c in signal.ToString())
        {
            if (char.IsUpper(c) && words.Length > 0) words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }
        return hoist < 0 ? words.ToString() : Invariant($"hoist {hoist + 1}: {words}");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
