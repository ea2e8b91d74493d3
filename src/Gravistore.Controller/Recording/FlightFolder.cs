using System.Globalization;
using Gravistore.Controller.Startup;
using Gravistore.Core;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;
using Gravistore.Recording;
using Gravistore.Runtime.Timing;

namespace Gravistore.Controller.Recording;

/// <summary>
/// Keeps the flight recording of a running controller as a ring of files, in memory (tmpfs) as a rule, and copies those around a trip into the state
/// folder. An ordinary thread does all of it; a disk that fails costs the recording and nothing else.
/// </summary>
internal sealed class FlightFolder : IDisposable
{
    /// <summary>Length of a file [cycles], files of the ring, and how long a trip's file goes on after it [cycles].</summary>
    public const int FileCycles = 30_000, RingFiles = 3, AfterTripCycles = 3000;
    private const int PollMs = 20;
    private const string Prefix = "flight-", Extension = ".gsr";

    private readonly CycleTap _tap;
    private readonly string _folder;
    private readonly KeptRecordings _kept;
    private readonly PlantParameters _plant;
    private readonly Action<string> _tell;
    private readonly ManualResetEventSlim _end = new();
    private readonly Thread _thread;
    private readonly ControllerState _before;
    private readonly Queue<string> _files = new();
    private FileStream? _stream;
    private FlightRecorder? _recorder;
    private long _untilIncident = -1, _number;
    private bool _failed;

    /// <param name="tap">Where cycles come from.</param>
    /// <param name="folder">Folder of the ring.</param>
    /// <param name="state">The state folder: incidents go into a folder of it.</param>
    /// <param name="plant">The plant.</param>
    /// <param name="initial">The controller's state before its first cycle.</param>
    /// <param name="tell">Is told of incidents and failures.</param>
    /// <exception cref="StartException">The folder cannot be written.</exception>
    public FlightFolder(CycleTap tap, string folder, string state, PlantParameters plant, ControllerState initial, Action<string> tell)
    {
        (_tap, _folder, _kept, _plant, _tell) = (tap, folder, new KeptRecordings(state), plant, tell);
        _before = new ControllerState(plant.HoistCount);
        initial.CopyTo(_before);
        try
        {
            Directory.CreateDirectory(folder);
            Forerunner.SetAside(folder, Pattern);
            Begin();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException(StartErrors.RecordFolder, $"the folder for recordings '{folder}' cannot be written: {e.Message}");
        }
        _thread = new Thread(Keep) { Name = "recording", IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        _end.Set();
        _thread.Join();
        _end.Dispose();
    }

    private static string Pattern => Prefix + "*" + Extension;

    private void Keep()
    {
        Forerunner.Keep(_folder, Pattern, _kept, _tell);
        do Drain();
        while (!_end.Wait(PollMs));
        Drain();
        Guarded(Complete);
        // A controller that ends soon after a trip keeps it all the same.
        if (_untilIncident >= 0 && !_failed) Guarded(() => KeepIncident(_files, _before.Plant.Cycle));
    }

    private void Drain()
    {
        while (_tap.Oldest is { } cycle)
        {
            if (!_failed) Guarded(() => Record(cycle));
            cycle.State.CopyTo(_before);
            _tap.Done();
        }
    }

    private void Record(CycleCopy cycle)
    {
        if (cycle.State.Plant.Cycle != _before.Plant.Cycle + 1)
        {
            // Behind a gap a file can begin only with the cycle whose state before it is known: the next one.
            Complete();
            return;
        }
        if (_recorder is null || _recorder.Cycles >= FileCycles) Next();
        _recorder!.Cycle(cycle.Input, cycle.Result, cycle.State);
        // A chain that is open while the plant is tripped anyway, as at every start, is no incident.
        bool wasWell = _before.Plant.Mode is not (PlantMode.Off or PlantMode.SelfTest or PlantMode.Tripped or PlantMode.Lockout);
        for (int i = 0; i < cycle.Result.EventCount && wasWell && _untilIncident < 0; i++)
            if (EventDictionary.Get(cycle.Result.Events[i].Number).Severity == Severity.Trip) _untilIncident = AfterTripCycles;
        if (_untilIncident < 0 || _untilIncident-- > 0) return;
        // The next file begins with the state after this cycle.
        cycle.State.CopyTo(_before);
        Next();
        KeepIncident(_files.SkipLast(1), _before.Plant.Cycle);
    }

    private void Next()
    {
        Complete();
        Begin();
    }

    private void Begin()
    {
        string file = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{++_number:00000}{Extension}"));
        _stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read);
        RecordingHeader header = RecordingHeader.For(_plant, new KeyValuePair<string, string>("source", "gravistored")).WithClock(DateTime.UtcNow, MonotonicClock.NowNs);
        _recorder = new FlightRecorder(_stream, header, _before);
        _files.Enqueue(file);
        if (_files.Count > RingFiles) File.Delete(_files.Dequeue());
    }

    private void Complete()
    {
        _recorder?.Complete();
        _recorder?.Dispose();
        _stream?.Dispose();
        (_recorder, _stream) = (null, null);
    }

    // The file of the trip and the one before it: what led to it is there even when the trip stands at a file's beginning.
    private void KeepIncident(IEnumerable<string> files, long cycle)
    {
        string folder = _kept.Keep(files.TakeLast(2).Select(f => (f, Path.GetFileName(f))), string.Create(CultureInfo.InvariantCulture, $"cycle-{cycle}"));
        _tell($"a trip is recorded in {folder}");
    }

    private void Guarded(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!_failed) _tell($"the recording ends: {e.Message}; the controller goes on without one");
            _failed = true;
        }
    }
}
