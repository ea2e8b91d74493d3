using System.Globalization;
using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;
using Gravistore.DryRun;

namespace Gravistore.Console.Live;

/// <summary>The shaft to scale from its top to its floor, a rope and a weight for each hoist, landings and overtravel switches marked with their depths.</summary>
internal sealed class ShaftPart
{
    /// <summary>Columns of the depths on the left, and of the mark behind them.</summary>
    public const int ScaleWidth = 6;
    /// <summary>Rows besides the shaft itself: heading, numbers of the hoists, their directions, legend.</summary>
    public const int OtherRows = 4;
    private const int WidestPitch = 6;
    /// <summary>A weight is drawn in halves of a cell.</summary>
    private const int HalvesPerRow = 2;
    /// <summary>Slower than this a weight stands [m/s].</summary>
    private const double StandingMps = 0.002;

    private readonly Canvas _canvas;
    private readonly LiveModel _model;
    private readonly Glyphs _glyphs;
    private readonly ShaftParameters _shaft;
    private readonly int _rows, _pitch, _shown;
    private readonly double _bottomM;

    private ShaftPart(Canvas canvas, LiveModel model, Glyphs glyphs)
    {
        (_canvas, _model, _glyphs, _shaft) = (canvas, model, glyphs, model.Plant.Shaft);
        _rows = canvas.Height - OtherRows;
        _pitch = Pitch(canvas.Width, model.Plant.HoistCount);
        _shown = Math.Min(model.Plant.HoistCount, (canvas.Width - ScaleWidth) / _pitch);
        _bottomM = Math.Max(_shaft.DepthM, _shaft.LowerLandingDepthM + _shaft.OvertravelM);
    }

    /// <summary>Columns that the shaft can use for so many hoists.</summary>
    public static int WidestFor(int hoists) => ScaleWidth + WidestPitch * hoists;

    /// <summary>Draws into all of <paramref name="canvas"/>, which has room for the scale, a hoist and a row of shaft.</summary>
    public static void Draw(Canvas canvas, LiveModel model, Glyphs glyphs) => new ShaftPart(canvas, model, glyphs).Draw();

    private static int Pitch(int width, int hoists) => Math.Clamp((width - ScaleWidth) / hoists, 1, WidestPitch);

    private void Draw()
    {
        Heading();
        for (int i = 0; i < _shown; i++) Hoist(i, _model.Now.Hoists[i]);
        Scale();
        Limits();
        Legend();
    }

    private void Heading()
    {
        int hoists = _model.Plant.HoistCount;
        string text = _shown == hoists
            ? Fit.First(_canvas.Width, Text($"shaft {_shaft.DepthM:0.#} m to scale"), Text($"shaft {_shaft.DepthM:0} m"), "shaft")
            : Fit.First(_canvas.Width, $"shaft, {hoists - _shown} hoists more do not fit", $"shaft, {hoists - _shown} more", $"{hoists - _shown} more");
        SignalParts.Heading(_canvas, _glyphs, text);
    }

    private void Hoist(int i, in HoistSnapshot hoist)
    {
        int left = ScaleWidth + i * _pitch, width = Math.Max(1, _pitch - 1), middle = left + (width - 1) / 2;
        int half = HalfRow(hoist.WeightDepthM), row = half / HalvesPerRow;
        for (int y = 0; y < row; y++) _canvas.Put(middle, 1 + y, _glyphs.Rope, Ink.Rope);
        bool tripped = hoist.Mode == HoistMode.Tripped;
        for (int x = left; x < left + width; x++)
            _canvas.Put(x, 1 + row, half % HalvesPerRow == 0 ? _glyphs.WeightHigh : _glyphs.WeightLow, tripped ? Ink.Trip : Ink.Weight);
        string number = (i + 1).ToString(CultureInfo.InvariantCulture);
        if (number.Length > width) number = number[^1..];
        _canvas.Write(middle, _rows + 1, number, Ink.Faint);
        _canvas.Put(middle, _rows + 2, Direction(hoist.SpeedMps), tripped ? Ink.Trip : Ink.Plain);
    }

    private char Direction(double speedMps) => speedMps > StandingMps ? _glyphs.Lowering : speedMps < -StandingMps ? _glyphs.Raising : _glyphs.Standing;

    private double OvertravelAboveM => _shaft.UpperLandingDepthM - _shaft.OvertravelM;
    private double OvertravelBelowM => _shaft.LowerLandingDepthM + _shaft.OvertravelM;

    // Depths in the order of their weight: where two fall into one row, the first is written.
    private void Scale()
    {
        foreach (double depthM in (ReadOnlySpan<double>)[_shaft.LowerLandingDepthM, _shaft.UpperLandingDepthM, OvertravelBelowM, OvertravelAboveM, _bottomM, 0])
        {
            int y = 1 + Row(depthM);
            string text = Fit.Number(depthM, ScaleWidth - 2, "0.#", "0").PadLeft(ScaleWidth - 2);
            if (_canvas.IsFree(0, y)) _canvas.Write(0, y, text, Ink.Faint);
        }
    }

    private void Limits()
    {
        int upper = Row(_shaft.UpperLandingDepthM), lower = Row(_shaft.LowerLandingDepthM);
        int above = Row(OvertravelAboveM), below = Row(OvertravelBelowM);
        Limit(upper, upper == above ? _glyphs.Both : _glyphs.Landing);
        Limit(lower, lower == below ? _glyphs.Both : _glyphs.Landing);
        if (above != upper) Limit(above, _glyphs.Overtravel);
        if (below != lower) Limit(below, _glyphs.Overtravel);
    }

    private void Limit(int row, char mark) => _canvas.Fill(ScaleWidth - 1, ScaleWidth + _shown * _pitch, 1 + row, mark, Ink.Limit);

    private void Legend()
    {
        bool both = Row(_shaft.UpperLandingDepthM) == Row(OvertravelAboveM) || Row(_shaft.LowerLandingDepthM) == Row(OvertravelBelowM);
        string text = both
            ? Fit.First(_canvas.Width, $"{_glyphs.Both} landing and overtravel", $"{_glyphs.Both} limits", $"{_glyphs.Both}")
            : Fit.First(_canvas.Width, $"{_glyphs.Landing} landing {_glyphs.Overtravel} overtravel", $"{_glyphs.Landing}{_glyphs.Overtravel} limits");
        _canvas.Write(0, _rows + 3, text, Ink.Limit);
    }

    private int Row(double depthM) => HalfRow(depthM) / HalvesPerRow;

    private int HalfRow(double depthM)
    {
        double share = double.IsFinite(depthM) ? Math.Clamp(depthM / _bottomM, 0, 1) : 0;
        return Math.Min(_rows * HalvesPerRow - 1, (int)(share * _rows * HalvesPerRow));
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
