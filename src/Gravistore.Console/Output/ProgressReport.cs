using System.Globalization;
using Gravistore.DryRun;

namespace Gravistore.Console.Output;

/// <summary>Shows how far a run is: a bar that is drawn over on a terminal, else a line for every tenth.</summary>
internal sealed class ProgressReport(TextWriter writer, bool isTerminal) : IRunObserver, IDisposable
{
    private const int BarWidth = 30;
    /// <summary>The bar is drawn at most so often [s].</summary>
    private const double RedrawS = 0.1;
    private const int LineWidth = 79;

    private double _drawnS = double.NegativeInfinity;
    private int _tenths;
    private bool _onLine;

    public void Progress(in RunProgress progress)
    {
        if (isTerminal) Draw(progress);
        else if ((int)(10 * progress.Share) > _tenths) Line(progress);
    }

    /// <summary>Leaves the cursor at the beginning of an empty line.</summary>
    public void Dispose()
    {
        if (!_onLine) return;
        writer.Write($"\r{new string(' ', LineWidth)}\r");
        writer.Flush();
        _onLine = false;
    }

    private void Draw(in RunProgress progress)
    {
        if (progress.WallS - _drawnS < RedrawS) return;
        _drawnS = progress.WallS;
        int full = (int)Math.Round(progress.Share * BarWidth);
        string line = $"[{new string('#', full)}{new string('.', BarWidth - full)}] {Text(progress)}";
        writer.Write('\r' + (line.Length > LineWidth ? line[..LineWidth] : line.PadRight(LineWidth)));
        writer.Flush();
        _onLine = true;
    }

    private void Line(in RunProgress progress)
    {
        _tenths = (int)(10 * progress.Share);
        writer.WriteLine($"{10 * _tenths,3} %  {Text(progress)}");
    }

    private static string Text(in RunProgress progress) => string.Create(CultureInfo.InvariantCulture,
        $"{progress.SimulatedS,6:0} s {progress.PowerKW,7:0} kW {progress.StateOfChargePercent,5:0.0} % {progress.Step}");
}
