using System.Globalization;

namespace Gravistore.Console.Live;

/// <summary>The two lines at the top: what runs and what it does; how far it is.</summary>
internal static class HeaderPart
{
    public const int Rows = 2;
    /// <summary>Columns between two texts of a line.</summary>
    private const int Gap = 2;
    private const int WidestBar = 60;

    public static void Draw(Canvas canvas, LiveModel model, Glyphs glyphs)
    {
        Title(canvas, model, glyphs);
        Progress(canvas, model, glyphs);
    }

    private static void Title(Canvas canvas, LiveModel model, Glyphs glyphs)
    {
        string time = Text($"{model.Now.SimulatedS:0} s of {model.ExpectedS:0} s"), shortTime = Text($"{model.Now.SimulatedS:0} s");
        string right = Fit.First(canvas.Width, time, shortTime);
        if (canvas.Width < 2 * right.Length) right = Fit.First(canvas.Width, shortTime);
        canvas.Write(canvas.Width - right.Length, 0, right, Ink.Plain);
        int left = canvas.Width - right.Length - Gap;
        string name = Fit.Printable(model.Scenario, glyphs), plant = Fit.Printable(model.Plant.Name, glyphs), step = Fit.Printable(model.Now.Step, glyphs);
        string title = Fit.First(left, $"{name} on {plant}: {model.Now.Mode}, {step}", $"{name}: {model.Now.Mode}, {step}", $"{model.Now.Mode}, {step}", $"{name}: {model.Now.Mode}");
        canvas.Write(0, 0, title.Length > 0 ? title : Fit.Shorten($"{model.Now.Mode}, {step}", left, glyphs), Ink.Title);
    }

    private static void Progress(Canvas canvas, LiveModel model, Glyphs glyphs)
    {
        if (canvas.Height < 2) return;
        string share = Text($"{Math.Floor(100 * model.Share):0} %");
        string left = model.LeftS is { } s ? Fit.Duration(s) + " left" : "longer than expected";
        string text = Fit.First(canvas.Width, $"{share}  {left}  {Text($"{model.Speed:0} times real time")}", $"{share}  {left}", share);
        int bar = Math.Min(WidestBar, canvas.Width - text.Length - 1);
        if (bar > 2) Bar(canvas, 0, 1, bar, model.Share, Ink.Title, glyphs);
        canvas.Write(bar > 2 ? bar + 1 : 0, 1, text, Ink.Plain);
    }

    /// <summary>A bar of a share from 0 to 1.</summary>
    public static void Bar(Canvas canvas, int x, int y, int width, double share, Ink ink, Glyphs glyphs)
    {
        int full = (int)Math.Round(Math.Clamp(share, 0, 1) * width);
        canvas.Write(x, y, new string(glyphs.Full, full), ink);
        canvas.Write(x + full, y, new string(glyphs.Empty, width - full), Ink.Faint);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
