using Gravistore.Core.Images;
using Gravistore.Recording.Reading;

namespace Gravistore.Recording.Replay;

/// <summary>
/// Compares a run that is made again, and from a time on goes another way, with its recording: equal to the bit before that time, and whatever it is
/// afterwards. Cycles that the recording has not, because it ended earlier or they are lost, are counted and no more.
/// </summary>
public sealed class RunComparison
{
    private readonly CycleCursor _cursor;
    private readonly OutputDifferences _differences;
    private readonly IWhatIfObserver? _observer;
    private readonly long _fromNs;
    private long _cycle, _before, _cycles, _different, _missing, _firstNs, _lastNs;
    private Divergence? _first;

    /// <param name="file">The recording, from its first cycle on.</param>
    /// <param name="fromNs">Up to this time the run must be the recorded one [ns].</param>
    /// <param name="observer">Sees both from then on; null = nobody.</param>
    public RunComparison(RecordingFile file, long fromNs, IWhatIfObserver? observer)
    {
        ArgumentNullException.ThrowIfNull(file);
        _cursor = new CycleCursor(file);
        _differences = new OutputDifferences(file.Layout);
        _fromNs = fromNs;
        _observer = observer;
    }

    /// <summary>Takes the next cycle.</summary>
    /// <param name="input">What the controller was given.</param>
    /// <param name="result">What it gave.</param>
    /// <param name="truth">What was true of the plant when the cycle began.</param>
    /// <exception cref="RunDiffersException">It is not the recorded one, and the time of the change has not come.</exception>
    public void Take(CycleInput input, CycleResult result, ReadOnlySpan<double> truth)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(result);
        bool known = _cycle <= _cursor.Last && _cursor.MoveTo(_cycle) && _cursor.Cycle == _cycle;
        _cycle++;
        if (input.NowNs < _fromNs) Before(known, result);
        else After(known, input.NowNs, result, truth);
    }

    /// <summary>What was found.</summary>
    public WhatIfResult Result() => new()
    {
        CyclesBefore = _before,
        Cycles = _cycles,
        FromNs = _firstNs,
        UntilNs = _lastNs,
        DifferentCycles = _different,
        First = _first,
        Outputs = _differences.Found,
        EndedEarly = _missing > 0 ? FormattableString.Invariant($"{_missing} cycles have none of the recording to be compared with") : "",
    };

    private void Before(bool known, CycleResult result)
    {
        if (!known) return;
        if (!_cursor.IsResult(result)) throw new RunDiffersException(_cursor.Difference(result));
        _before++;
    }

    private void After(bool known, long nowNs, CycleResult result, ReadOnlySpan<double> truth)
    {
        if (_cycles == 0 && _missing == 0) _firstNs = nowNs;
        _lastNs = nowNs;
        if (!known)
        {
            _missing++;
            return;
        }
        _cycles++;
        if (!_cursor.IsOutput(result))
        {
            _first ??= _cursor.Difference(result);
            _different++;
            _differences.Take(nowNs, _cursor.Row, result);
        }
        _observer?.Cycle(nowNs, _cursor.Result, result);
        if (_cursor.Truth.Length == truth.Length) _observer?.Truth(nowNs, _cursor.Truth, truth);
    }
}

/// <summary>A run that was made again is not the recorded one.</summary>
/// <param name="difference">Where it differs first.</param>
public sealed class RunDiffersException(Divergence difference) : Exception(difference.ToString());
