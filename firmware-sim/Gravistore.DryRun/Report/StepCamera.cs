namespace Gravistore.DryRun.Report;

/// <summary>Keeps the answer to the largest step of the set point in each direction.</summary>
internal sealed class StepCamera(double ratedPowerKW)
{
    /// <summary>Smaller changes within a cycle are no steps, share of rated power.</summary>
    private const double SmallestShare = 0.05;
    /// <summary>A later step must be larger by this to take the place of an earlier one.</summary>
    private const double LargerBy = 1.001;
    /// <summary>Cycles remembered from before a step.</summary>
    private const int Remembered = 100;

    private readonly (double TimeS, double AskedKW, double GivenKW)[] _past = new (double, double, double)[Remembered];
    private readonly StepAnswer?[] _largest = new StepAnswer?[2];
    private long _cycles;
    private double _askedKW;

    /// <summary>The answers kept, in order of time.</summary>
    public IReadOnlyList<StepAnswer> Answers => [.. _largest.OfType<StepAnswer>().OrderBy(a => a.StepS)];

    /// <summary>One cycle has passed.</summary>
    /// <param name="timeS">Time at its end [s].</param>
    /// <param name="askedKW">Set point in force [kW]; not a number while there is none.</param>
    /// <param name="givenKW">Mean power at the grid [kW].</param>
    public void Cycle(double timeS, double askedKW, double givenKW)
    {
        double setKW = double.IsNaN(askedKW) ? 0 : askedKW;
        // A set point that ends is no step: the plant takes its time to park.
        if (!double.IsNaN(askedKW) && Math.Abs(setKW - _askedKW) >= SmallestShare * ratedPowerKW) Begin(timeS, _askedKW, setKW);
        _askedKW = setKW;
        foreach (StepAnswer? answer in _largest) answer?.Add(timeS, setKW, givenKW);
        _past[_cycles++ % Remembered] = (timeS, setKW, givenKW);
    }

    private void Begin(double timeS, double fromKW, double toKW)
    {
        ref StepAnswer? largest = ref _largest[toKW > fromKW ? 1 : 0];
        if (largest is not null && Math.Abs(toKW - fromKW) < LargerBy * Math.Abs(largest.SizeKW)) return;
        largest = new StepAnswer(timeS, fromKW, toKW);
        for (long i = Math.Max(0, _cycles - Remembered); i < _cycles; i++)
        {
            (double pastS, double askedKW, double givenKW) = _past[i % Remembered];
            largest.Add(pastS, askedKW, givenKW);
        }
    }
}
