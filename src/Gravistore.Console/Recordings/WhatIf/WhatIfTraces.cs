using Gravistore.Charts;
using Gravistore.Core.Images;
using Gravistore.Recording;
using Gravistore.Recording.Replay;

namespace Gravistore.Console.Recordings.WhatIf;

/// <summary>Recorded outputs beside those of the other parameters, as curves.</summary>
internal sealed class WhatIfTraces : IWhatIfObserver
{
    private const int Buckets = 1000;
    private const double CycleS = 0.01;

    private readonly int _trueW;
    private readonly int[] _trueM;

    /// <param name="file">The recording.</param>
    /// <param name="fromS">When the curves begin [s].</param>
    public WhatIfTraces(RecordingFile file, double fromS)
    {
        int hoists = file.Header.HoistCount;
        _trueW = file.TruthIndex("gridPowerW");
        _trueM = [.. Enumerable.Range(0, hoists).Select(i => file.TruthIndex("weightDepthM", i))];
        TruePowerKW = Pair.Begin(fromS);
        TrueDepthM = [.. Enumerable.Range(0, hoists).Select(_ => Pair.Begin(fromS))];
        PowerKW = Pair.Begin(fromS);
        SpeedMps = [.. Enumerable.Range(0, hoists).Select(_ => Pair.Begin(fromS))];
        ForceKN = [.. Enumerable.Range(0, hoists).Select(_ => Pair.Begin(fromS))];
    }

    /// <summary>True power at the grid and depth of every weight; empty where the plant did not run on.</summary>
    public Pair TruePowerKW { get; }
    public Pair[] TrueDepthM { get; }
    public Pair PowerKW { get; }
    public Pair[] SpeedMps { get; }
    public Pair[] ForceKN { get; }

    public void Cycle(long timeNs, CycleResult recorded, CycleResult replayed)
    {
        double timeS = timeNs / 1e9;
        PowerKW.Add(timeS, 1e-3 * recorded.Plant.ExpectedPowerW, 1e-3 * replayed.Plant.ExpectedPowerW);
        for (int i = 0; i < SpeedMps.Length; i++)
        {
            SpeedMps[i].Add(timeS, recorded.Hoists[i].SpeedReferenceMps, replayed.Hoists[i].SpeedReferenceMps);
            ForceKN[i].Add(timeS, 1e-3 * recorded.Hoists[i].ForceFeedForwardN, 1e-3 * replayed.Hoists[i].ForceFeedForwardN);
        }
    }

    public void Truth(long timeNs, ReadOnlySpan<double> recorded, ReadOnlySpan<double> replayed)
    {
        double timeS = timeNs / 1e9;
        if (_trueW >= 0) TruePowerKW.Add(timeS, 1e-3 * recorded[_trueW], 1e-3 * replayed[_trueW]);
        for (int i = 0; i < _trueM.Length; i++)
            if (_trueM[i] >= 0) TrueDepthM[i].Add(timeS, recorded[_trueM[i]], replayed[_trueM[i]]);
    }

    /// <summary>One output, recorded and replayed, and their difference.</summary>
    internal sealed record Pair(MinMaxTrace Recorded, MinMaxTrace Replayed, MinMaxTrace Difference)
    {
        public static Pair Begin(double fromS) => new(new(Buckets, fromS, CycleS), new(Buckets, fromS, CycleS), new(Buckets, fromS, CycleS));

        public void Add(double timeS, double recorded, double replayed)
        {
            Recorded.Add(timeS, recorded);
            Replayed.Add(timeS, replayed);
            Difference.Add(timeS, replayed - recorded);
        }
    }
}
