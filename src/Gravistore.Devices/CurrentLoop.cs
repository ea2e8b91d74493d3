using Gravistore.Core.Parameters;

namespace Gravistore.Devices;

/// <summary>What a 4-20 mA signal says of itself by NAMUR recommendation NE 43.</summary>
public enum CurrentLoopState
{
    /// <summary>3.8 to 20.5 mA: a measurement.</summary>
    Valid,
    /// <summary>3.6 to 3.8 or 20.5 to 21 mA: neither a measurement nor a failure signal.</summary>
    OutOfRange,
    /// <summary>Below 3.6 mA.</summary>
    WireBreak,
    /// <summary>Above 21 mA.</summary>
    ShortCircuit,
}

/// <summary>A linear 4-20 mA input on a 16-bit converter. Thresholds: NAMUR NE 43.</summary>
public sealed class CurrentLoop
{
    private const double WireBreakMilliampere = 3.6;
    private const double LowestMilliampere = 3.8;
    private const double HighestMilliampere = 20.5;
    private const double ShortMilliampere = 21.0;
    private const double BottomMilliampere = 4.0;
    private const double SpanMilliampere = 16.0;
    /// <summary>A transmitter that saturates exactly at 3.8 or 20.5 mA is still valid after rounding to counts.</summary>
    private const double HalfCount = 0.5;

    private readonly int _bottomCounts;
    private readonly int _spanCounts;
    private readonly double _spanValue;

    /// <exception cref="ArgumentException">The counts at 20 mA are not above those at 4 mA, or the span is not positive.</exception>
    public CurrentLoop(string profileName, string item, AnalogInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _bottomCounts = input.CountsAt4mA;
        _spanCounts = input.CountsAt20mA - input.CountsAt4mA;
        if (_spanCounts <= 0) throw new ArgumentException($"{profileName}: {item} counts {input.CountsAt20mA} at 20 mA and {input.CountsAt4mA} at 4 mA; the former must be the greater.");
        _spanValue = ProfileCheck.Positive(profileName, item + " span", input.SpanValue);
    }

    /// <summary>Reads one converter register (signed).</summary>
    /// <param name="word">The register as read.</param>
    /// <param name="value">The quantity in its unit; 0 unless the state is valid.</param>
    public CurrentLoopState Read(ushort word, out double value)
    {
        int counts = (short)word;
        CurrentLoopState state = StateOf(counts);
        value = state == CurrentLoopState.Valid ? (counts - _bottomCounts) * _spanValue / _spanCounts : 0;
        return state;
    }

    private CurrentLoopState StateOf(int counts)
    {
        if (counts < CountsAt(WireBreakMilliampere) - HalfCount) return CurrentLoopState.WireBreak;
        if (counts > CountsAt(ShortMilliampere) + HalfCount) return CurrentLoopState.ShortCircuit;
        bool measures = counts >= CountsAt(LowestMilliampere) - HalfCount && counts <= CountsAt(HighestMilliampere) + HalfCount;
        return measures ? CurrentLoopState.Valid : CurrentLoopState.OutOfRange;
    }

    private double CountsAt(double milliampere) => _bottomCounts + (milliampere - BottomMilliampere) * _spanCounts / SpanMilliampere;
}
