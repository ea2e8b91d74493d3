using System.Diagnostics;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Simulator.Serving;

namespace Gravistore.Simulator;

/// <summary>
/// Plant and firmware in wall-clock time, on a thread of its own, a step a millisecond. A late wake-up is made up for step by step and counted:
/// the plant's clock never loses time, and registers may be accessed between steps.
/// </summary>
internal sealed class World : IDisposable
{
    /// <summary>A wake-up that has so many steps to make up for counts as late [ms].</summary>
    public const int LateMs = 5;

    private readonly Thread _thread;
    private readonly List<FieldRegisters> _registers = [];
    private readonly TruthWriter? _truth;
    private readonly Action<long> _beforeStep;
    private volatile bool _stopping;

    /// <param name="plant">The plant, at rest.</param>
    /// <param name="truth">Receives what is true; null = nobody.</param>
    /// <param name="beforeStep">Called under the gate before every step with the plant's time [ms]: what is scheduled.</param>
    public World(SimPlant plant, TruthWriter? truth, Action<long> beforeStep)
    {
        Plant = plant;
        _truth = truth;
        _beforeStep = beforeStep;
        _thread = new Thread(Run) { Name = "plant", IsBackground = true };
    }

    public SimPlant Plant { get; }

    /// <summary>Held for every step and every access to the plant.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Monotonic time of the plant's time zero [ns].</summary>
    public long StartNs { get; private set; }

    /// <summary>Wake-ups later than <see cref="LateMs"/>, and the greatest lateness of all [ms].</summary>
    public long LateWakeUps { get; private set; }
    public long GreatestLatenessMs { get; private set; }

    public void Add(FieldRegisters registers) => _registers.Add(registers);

    public void Start()
    {
        StartNs = Stopwatch.GetTimestamp();
        _thread.Start();
    }

    /// <summary>Told under the gate of every cyclic telegram as it comes.</summary>
    public event Action<SimTelegram>? TelegramCame;

    public void Tell(string device, ReadOnlySpan<ushort> words)
    {
        if (TelegramCame is { } told) told(new SimTelegram(device, Plant.TimeMs, words.ToArray()));
    }

    /// <summary>Ends the plant's time; the truth is then complete.</summary>
    public void Dispose()
    {
        _stopping = true;
        if (_thread.IsAlive) _thread.Join();
        _truth?.Dispose();
    }

    private void Run()
    {
        while (!_stopping)
        {
            long dueMs = (long)Stopwatch.GetElapsedTime(StartNs).TotalMilliseconds;
            long missingMs = dueMs - Plant.TimeMs;
            if (missingMs > LateMs) LateWakeUps++;
            GreatestLatenessMs = Math.Max(GreatestLatenessMs, missingMs);
            while (Plant.TimeMs < dueMs && !_stopping) Step();
            Thread.Sleep(1);
        }
    }

    private void Step()
    {
        lock (Gate)
        {
            long nowMs = Plant.TimeMs;
            _beforeStep(nowMs);
            foreach (FieldRegisters registers in _registers) registers.Deliver(nowMs);
            Plant.Step();
            _truth?.Add(Plant);
        }
    }
}
