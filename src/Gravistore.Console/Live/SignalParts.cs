using System.Globalization;

namespace Gravistore.Console.Live;

/// <summary>Power, frequency and charge: a line with the numbers, and a rolling plot or a bar below or beside it.</summary>
internal static class SignalParts
{
    private const double Kilo = 1e-3;

    /// <summary>Power asked and given.</summary>
    public static void Power(Canvas canvas, LiveModel model, Glyphs glyphs)
    {
        string asked = KW(model.Now.AskedPowerW), given = KW(model.Now.GivenPowerW), off = KW(model.Now.GivenPowerW - model.Now.AskedPowerW);
        string window = Fit.Duration(model.History.WindowS);
        Heading(canvas, glyphs, Fit.First(canvas.Width,
            $"power, kW: asked {asked}  given {given}  off by {off}  (last {window}; {glyphs.Asked} asked)",
            $"power, kW: asked {asked}  given {given}  off by {off}",
            $"kW asked {asked} given {given}"));
        Plot(canvas, model, model.History.GivenW, model.History.AskedW, model.History.PowerRange, Kilo, Ink.Given, glyphs);
    }

    /// <summary>Frequency of the grid.</summary>
    public static void Frequency(Canvas canvas, LiveModel model, Glyphs glyphs)
    {
        string value = Fit.Number(model.Now.FrequencyHz, 8, "0.000", "0.0");
        Heading(canvas, glyphs, Fit.First(canvas.Width, $"grid frequency, Hz: {value}", $"Hz {value}"));
        Plot(canvas, model, model.History.FrequencyHz, null, model.History.FrequencyRange, 1, Ink.Frequency, glyphs);
    }

    /// <summary>State of charge: one line.</summary>
    public static void Charge(Canvas canvas, LiveModel model, Glyphs glyphs)
    {
        string percent = Fit.Number(100 * model.Now.StateOfCharge, 6, "0.0", "0");
        string text = Fit.First(canvas.Width, $"state of charge {percent} % ", $"charge {percent} % ", $"{percent} %");
        canvas.Write(0, 0, text, Ink.Plain);
        int width = canvas.Width - text.Length;
        if (width > 2) HeaderPart.Bar(canvas, text.Length, 0, width, model.Now.StateOfCharge, Ink.Charge, glyphs);
    }

    /// <summary>A heading in a rule across the canvas.</summary>
    public static void Heading(Canvas canvas, Glyphs glyphs, string text)
    {
        canvas.Write(0, 0, text, Ink.Title);
        canvas.Fill(text.Length == 0 ? 0 : text.Length + 1, canvas.Width, 0, glyphs.Rule, Ink.Faint);
    }

    /// <summary>A power as a number of kW.</summary>
    public static string KW(double powerW) => Fit.Number(Kilo * powerW, 8, Math.Abs(powerW) < 99_950 ? "0.0" : "0");

    private static void Plot(Canvas canvas, LiveModel model, RollingSeries given, RollingSeries? asked, ValueRange range, double scale, Ink ink, Glyphs glyphs)
    {
        Canvas field = canvas.Part(new Area(0, 1, canvas.Width, canvas.Height - 1));
        if (field.Height >= 2 && field.Width > RollingPlot.AxisWidth) RollingPlot.Draw(field, model.History, given, asked, range, scale, ink, glyphs);
    }
}
