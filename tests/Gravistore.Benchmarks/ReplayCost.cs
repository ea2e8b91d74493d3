using System.Diagnostics;
using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Recording;
using Gravistore.Recording.Blocks;

namespace Gravistore.Benchmarks;

/// <summary>
/// Where the time of a replay goes: "dotnet run -c Release --project tests/Gravistore.Benchmarks -- replay FILE". One thread, several passes over the whole
/// recording; of each block the quickest pass counts, so that neither compilation nor what else the machine does is in the figures.
/// </summary>
internal sealed class ReplayCost
{
    private const int Passes = 7;
    private static readonly string[] Phases = ["open and check sums", "decode", "copy the input", "Step", "compare", "code again"];

    private readonly RecordingFile _file;
    private readonly Stream _stream;
    private readonly BlockReader _reader;
    private readonly CycleBlock _block;
    private readonly CycleBlockEncoder _encoder;
    private readonly Recording.Coding.ByteSink _sink = new(1 << 20);
    private readonly PlantParameters _plant;
    private readonly CycleInput _input;
    private readonly CycleResult _result;
    private readonly long[] _ticks = new long[Phases.Length];
    private readonly long[][] _best;
    private Controller _controller;
    private long _cycles, _different;

    private ReplayCost(Stream stream, RecordingFile file, PlantParameters plant)
    {
        (_stream, _file, _plant) = (stream, file, plant);
        _reader = new BlockReader(file);
        _block = new CycleBlock(file.Layout);
        _encoder = new CycleBlockEncoder(file.Layout);
        _input = new CycleInput(plant.HoistCount);
        _result = new CycleResult(plant.HoistCount);
        _controller = new Controller(plant);
        _best = [.. file.CycleBlocks.Select(_ => Enumerable.Repeat(long.MaxValue, Phases.Length).ToArray())];
    }

    public static int Print(string path)
    {
        using FileStream stream = File.OpenRead(path);
        if (RecordingFile.Open(stream, out _) is not { } file || ParameterDocument.Read(file.Header.Parameters, out _) is not { } plant) return Refuse(path);
        ReplayCost cost = new(stream, file, plant);
        for (int i = 0; i < Passes; i++) cost.Pass();
        double sum = 0;
        for (int i = 0; i < Phases.Length; i++)
        {
            double us = 1e6 * cost._best.Sum(b => b[i]) / Stopwatch.Frequency / (cost._cycles / Passes);
            Console.WriteLine(FormattableString.Invariant($"{Phases[i],-20} {us,6:0.000} us a cycle"));
            if (i < Phases.Length - 1) sum += us;
        }
        Console.WriteLine(FormattableString.Invariant($"{"a replay",-20} {sum,6:0.000} us a cycle: {Controller.CycleNs / 1e3 / sum:0} times real time on one core; {cost._cycles / Passes} cycles, {cost._different} different"));
        return 0;
    }

    private static int Refuse(string path)
    {
        Console.Error.WriteLine($"{path} is no recording of this version");
        return 1;
    }

    private void Pass()
    {
        _controller = new Controller(_plant);
        long began = Stopwatch.GetTimestamp();
        RecordingFile.Open(_stream, out _);
        long opened = (Stopwatch.GetTimestamp() - began) / Math.Max(1, _best.Length);
        for (int i = 0; i < _best.Length; i++)
        {
            Array.Clear(_ticks);
            _ticks[0] = opened;
            Take(_file.CycleBlocks[i]);
            for (int j = 0; j < _ticks.Length; j++) _best[i][j] = Math.Min(_best[i][j], _ticks[j]);
        }
    }

    private void Take(BlockPlace place)
    {
        Timed(1, () => _reader.TryRead(place, _block));
        Run();
        Timed(5, () =>
        {
            _sink.Clear();
            _encoder.Write(_block, _sink);
        });
    }

    private void Run()
    {
        for (CyclePlace at = default; at.Row < _block.CycleCount; at = _block.After(at))
        {
            long began = Stopwatch.GetTimestamp();
            _block.CopyInput(at, _input);
            long copied = Stopwatch.GetTimestamp();
            _controller.Step(_input, _result);
            long stepped = Stopwatch.GetTimestamp();
            if (!_block.IsResult(at, _result)) _different++;
            _ticks[2] += copied - began;
            _ticks[3] += stepped - copied;
            _ticks[4] += Stopwatch.GetTimestamp() - stepped;
            _cycles++;
        }
    }

    private void Timed(int phase, Action action)
    {
        long began = Stopwatch.GetTimestamp();
        action();
        _ticks[phase] += Stopwatch.GetTimestamp() - began;
    }
}
