using Gravistore.Core.Parameters;
using Gravistore.Devices;

namespace Gravistore.Drivers.Boards;

/// <summary>One 4-20 mA signal on a converter: a value, or by NAMUR NE 43 none.</summary>
internal sealed class CurrentInput
{
    /// <summary>A live signal has noise of some counts: one that gives the same 16 bits in every reading for so long is a picture of a signal.</summary>
    public const double StuckS = 2;
    private const double MilliamperePerAmpere = 1000;

    private readonly Board _board;
    private readonly CurrentLoop _loop;
    private readonly int _channel, _stuckSamples;
    private int _samples, _same;
    private ushort _last;

    /// <param name="wiring">How it is wired.</param>
    /// <param name="board">Its converter.</param>
    public CurrentInput(AnalogWiring wiring, Board board)
    {
        Signal = wiring.Signal;
        _board = board;
        _channel = wiring.Channel;
        _loop = new CurrentLoop(board.Wiring.Name, wiring.Signal.ToString(), new AnalogInput(_channel, CountsAt(4, wiring.BurdenOhm), CountsAt(20, wiring.BurdenOhm), wiring.SpanValue));
        // A pressure of zero may rest for hours; a rope never does.
        _stuckSamples = wiring.Signal == WiredSignal.RopeForce ? (int)(StuckS / board.Wiring.PollS) : int.MaxValue;
    }

    public WiredSignal Signal { get; }

    public Board Board => _board;

    /// <summary>Counts of the converter at a current.</summary>
    public static int CountsAt(double milliampere, double burdenOhm) =>
        (int)Math.Round(milliampere / MilliamperePerAmpere * burdenOhm / ConverterChip.FullScaleV * ConverterChip.FullScaleCounts);

    /// <summary>The newest value; false when its loop is broken, shorted, out of range or stuck, or nothing was ever read.</summary>
    public bool Read(out double value)
    {
        ushort counts = _board[_channel];
        if (_board.Samples != _samples)
        {
            _samples = _board.Samples;
            _same = counts == _last ? Math.Min(_same + 1, _stuckSamples) : 0;
            _last = counts;
        }
        return _loop.Read(counts, out value) == CurrentLoopState.Valid && _samples != 0 && _same < _stuckSamples;
    }
}
