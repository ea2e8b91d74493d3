using Gravistore.DryRun;

namespace Gravistore.Console.Live;

/// <summary>What the rolling plots show: power asked and given, and grid frequency, over the last stretch of simulated time.</summary>
internal sealed class RunHistory
{
    /// <summary>Buckets of a window; as fine as the widest plot that anybody looks at.</summary>
    private const int Buckets = 1200;
    /// <summary>A run without a pace crosses the window about so often; a paced one takes about so long [s on the clock].</summary>
    private const double WindowsOfARun = 3, PacedWindowS = 60;
    /// <summary>The frequency's axis spans at least twice this [Hz].</summary>
    private const double FrequencyStepHz = 0.05;
    private const int FrequencySteps = 2;
    /// <summary>Steps of the power's axis in rated power.</summary>
    private const int PowerSteps = 4;

    private static readonly double[] Windows = [10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 43200, 86400];

    private readonly double _bucketS;

    /// <param name="expectedS">Probable length of the run [s].</param>
    /// <param name="speed">Times real time at most; null = as fast as can be.</param>
    /// <param name="ratedPowerW">Rated power of the plant [W].</param>
    public RunHistory(double expectedS, double? speed, double ratedPowerW)
    {
        double wanted = Math.Min(expectedS / WindowsOfARun, PacedWindowS * (speed ?? double.PositiveInfinity));
        WindowS = Array.Find(Windows, w => w >= wanted) is var found and > 0 ? found : Windows[^1];
        _bucketS = WindowS / Buckets;
        PowerRange = new ValueRange(0, ratedPowerW / PowerSteps, 0, 0);
    }

    /// <summary>Length of the window [s].</summary>
    public double WindowS { get; }
    /// <summary>Simulated time of the newest value [s].</summary>
    public double NowS { get; private set; }
    public RollingSeries AskedW { get; } = new(Buckets + 1);
    public RollingSeries GivenW { get; } = new(Buckets + 1);
    public RollingSeries FrequencyHz { get; } = new(Buckets + 1);
    public ValueRange PowerRange { get; }
    public ValueRange FrequencyRange { get; private set; } = new(50, FrequencyStepHz, FrequencySteps, FrequencySteps);

    /// <summary>Takes in what a snapshot shows.</summary>
    public void Add(RunSnapshot snapshot)
    {
        // Until a series is followed the grid runs at its nominal frequency.
        if (NowS == 0) FrequencyRange = new ValueRange(Math.Round(snapshot.FrequencyHz), FrequencyStepHz, FrequencySteps, FrequencySteps);
        NowS = snapshot.SimulatedS;
        long bucket = BucketOf(NowS);
        AskedW.Add(bucket, snapshot.AskedPowerW);
        GivenW.Add(bucket, snapshot.GivenPowerW);
        FrequencyHz.Add(bucket, snapshot.FrequencyHz);
        PowerRange.Include(snapshot.AskedPowerW);
        PowerRange.Include(snapshot.GivenPowerW);
        FrequencyRange.Include(snapshot.FrequencyHz);
    }

    /// <summary>Bucket of a time [s].</summary>
    public long BucketOf(double timeS) => (long)Math.Floor(timeS / _bucketS);
}
