using Spectre.Console;
using Spectre.Console.Rendering;

namespace Gravistore.Console.Live;

/// <summary>A canvas as Spectre.Console draws it: runs of characters of the same style, a line for each row.</summary>
internal sealed class CanvasPicture(Canvas canvas) : Renderable
{
    /// <summary>How each ink looks: colours of the terminal's own palette, chosen to be told apart by colour-blind eyes too.</summary>
    private static readonly Dictionary<Ink, Style> Styles = new()
    {
        [Ink.Plain] = Style.Plain,
        [Ink.Faint] = new Style(Color.Grey),
        [Ink.Title] = new Style(decoration: Decoration.Bold),
        [Ink.Given] = new Style(Color.Aqua),
        [Ink.Asked] = new Style(Color.Yellow),
        [Ink.Frequency] = new Style(Color.Fuchsia),
        [Ink.Charge] = new Style(Color.Aqua),
        [Ink.Weight] = new Style(Color.Yellow),
        [Ink.Rope] = new Style(Color.Grey),
        [Ink.Limit] = new Style(Color.Blue),
        [Ink.Warning] = new Style(Color.Yellow),
        [Ink.Trip] = new Style(Color.White, Color.Red, Decoration.Bold),
    };

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        for (int y = 0; y < canvas.Height; y++)
        {
            if (y > 0) yield return Segment.LineBreak;
            string line = canvas.Line(y);
            for (int from = 0, to; from < line.Length; from = to)
            {
                to = RunEnd(y, from);
                yield return new Segment(line[from..to], Styles[canvas.InkAt(from, y)]);
            }
        }
    }

    private int RunEnd(int y, int from)
    {
        int to = from + 1;
        while (to < canvas.Width && canvas.InkAt(to, y) == canvas.InkAt(from, y)) to++;
        return to;
    }
}
