using System.Diagnostics;

namespace Gravistore.DryRun.Loop;

/// <summary>Measures where the wall time goes, in a sample of the cycles so that measuring costs nothing.</summary>
internal sealed class WallClock
{
    /// <summary>Every so many cycles are measured; a prime, so that work done every 10 or 100 cycles is met as often as any other.</summary>
    public const int SampleEvery = 31;

    private readonly long _started = Stopwatch.GetTimestamp();
    private long _cycleBegan, _partBegan;
    private long _cycles, _step, _plant;
    private bool _measuring;

    /// <summary>Time since the start [s].</summary>
    public double ElapsedS => Stopwatch.GetElapsedTime(_started).TotalSeconds;
    public double StepShare => _cycles == 0 ? 0 : (double)_step / _cycles;
    public double PlantShare => _cycles == 0 ? 0 : (double)_plant / _cycles;

    public void BeginCycle(long cycle)
    {
        _measuring = cycle % SampleEvery == 0;
        if (_measuring) _cycleBegan = Stopwatch.GetTimestamp();
    }

    public void BeginPart()
    {
        if (_measuring) _partBegan = Stopwatch.GetTimestamp();
    }

    public void EndStep()
    {
        if (_measuring) _step += Stopwatch.GetTimestamp() - _partBegan;
    }

    public void EndPlant()
    {
        if (_measuring) _plant += Stopwatch.GetTimestamp() - _partBegan;
    }

    public void EndCycle()
    {
        if (_measuring) _cycles += Stopwatch.GetTimestamp() - _cycleBegan;
    }
}
