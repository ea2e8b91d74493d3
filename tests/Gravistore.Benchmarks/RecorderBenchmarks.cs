using BenchmarkDotNet.Attributes;
using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Recording;

namespace Gravistore.Benchmarks;

/// <summary>What recording costs a loop that keeps time: copying one cycle, and every 200 cycles the hand-over. The recorder's thread runs beside.</summary>
public class RecorderBenchmarks
{
    private FlightRecorder _recorder = null!;
    private ControllerState _state = null!;
    private CycleInput _input = null!;
    private CycleResult _result = null!;

    [Params(8)]
    public int Hoists { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _state = new ControllerState(Hoists);
        _input = new CycleInput(Hoists);
        _result = new CycleResult(Hoists);
        _recorder = new FlightRecorder(Stream.Null, RecordingHeader.For(ReferencePlant.Believed(Hoists)), _state, mayWait: false);
    }

    [GlobalCleanup]
    public void Stop() => _recorder.Dispose();

    [Benchmark]
    public long Cycle()
    {
        _input.NowNs += Controller.CycleNs;
        _input.Hoists[0].RopeLengthM += 1e-3;
        _recorder.Cycle(_input, _result, _state);
        return _recorder.Cycles;
    }
}
