using System.Globalization;
using Gravistore.DryRun.Bench;

namespace Gravistore.Console.Output;

/// <summary>Shows how far a bench is: a bar that is drawn over on a terminal, else a line for every tenth.</summary>
internal sealed class BenchProgressReport(TextWriter writer, bool isTerminal) : IBenchObserver, IDisposable
{
    private const int BarWidth = 30, LineWidth = 79;
    /// <summary>The bar is drawn at most so often [s].</summary>
    private const double RedrawS = 0.1;

    private double _drawnS = double.NegativeInfinity;
    private int _tenths;
    private bool _onLine;

    public void Progress(in BenchProgress progress)
    {
        if (isTerminal) Draw(progress);
        else if ((int)(10 * progress.Share + 1e-9) > _tenths) Line(progress);
    }

    /// <summary>Leaves the cursor at the beginning of an empty line.</summary>
    public void Dispose()
    {
        if (!_onLine) return;
        writer.Write($"\r{new string(' ', LineWidth)}\r");
        writer.Flush();
        _onLine = false;
    }

    private void Draw(in BenchProgress progress)
    {
        if (progress.WallS - _drawnS < RedrawS) return;
        _drawnS = progress.WallS;
        int full = (int)Math.Round(progress.Share * BarWidth);
        writer.Write('\r' + $"[{new string('#', full)}{new string('.', BarWidth - full)}] {Text(progress)}".PadRight(LineWidth));
        writer.Flush();
        _onLine = true;
    }

    private void Line(in BenchProgress progress)
    {
        _tenths = (int)(10 * progress.Share + 1e-9);
        writer.WriteLine($"{10 * _tenths,3} %  {Text(progress)}");
    }

    private static string Text(in BenchProgress progress) => string.Create(CultureInfo.InvariantCulture, $"{progress.Done} of {progress.Total} runs, {progress.WallS:0} s");
}
