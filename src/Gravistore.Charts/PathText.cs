using System.Globalization;
using System.Text;

namespace Gravistore.Charts;

/// <summary>Writes a series as the data of a path, in whole units of a stretched drawing, each point relative to the one before.</summary>
internal static class PathText
{
    /// <summary>Values beyond the axis are drawn so many units outside of it, where the drawing is cut off.</summary>
    private const double Outside = 20;

    /// <summary>Path of a series; empty when it has no point.</summary>
    public static string Of(IReadOnlyList<TracePoint> points, Axis time, Axis values)
    {
        StringBuilder path = new();
        List<(int X, int Y)> run = [];
        foreach (TracePoint point in points)
        {
            if (double.IsFinite(point.Value)) Put(run, Place(point, time, values));
            else Flush(path, run);
        }
        Flush(path, run);
        return path.ToString();
    }

    private static (int X, int Y) Place(TracePoint point, Axis time, Axis values)
    {
        double x = PlotFrame.Across * time.Share(point.TimeS), y = PlotFrame.Up * (1 - values.Share(point.Value));
        return ((int)Math.Round(Math.Clamp(x, -Outside, PlotFrame.Across + Outside)), (int)Math.Round(Math.Clamp(y, -Outside, PlotFrame.Up + Outside)));
    }

    // A point between two of the same height says nothing; one between two at the same moment only if it lies between them.
    private static void Put(List<(int X, int Y)> run, (int X, int Y) place)
    {
        if (run.Count >= 2 && IsIdle(run[^2], run[^1], place)) run[^1] = place;
        else if (run.Count == 0 || run[^1] != place) run.Add(place);
    }

    private static bool IsIdle((int X, int Y) before, (int X, int Y) at, (int X, int Y) after) =>
        (before.Y == at.Y && at.Y == after.Y) || (before.X == at.X && at.X == after.X && (at.Y - before.Y) * (after.Y - at.Y) >= 0);

    private static void Flush(StringBuilder path, List<(int X, int Y)> run)
    {
        for (int i = 0; i < run.Count; i++)
        {
            (int x, int y) = i == 0 ? run[0] : (run[i].X - run[i - 1].X, run[i].Y - run[i - 1].Y);
            path.Append(i switch { 0 => "M", 1 => "l", _ => x < 0 ? "" : " " });
            path.Append(x.ToString(CultureInfo.InvariantCulture));
            if (y >= 0) path.Append(' ');
            path.Append(y.ToString(CultureInfo.InvariantCulture));
        }
        // A single point is drawn as a dot by the round ends of a line of no length.
        if (run.Count == 1) path.Append("h0");
        run.Clear();
    }
}
