using System.Globalization;
using Gravistore.Controller.Startup;
using Gravistore.Core;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;
using Gravistore.Recording;

namespace Gravistore.Controller.Recording;

/// <summary>
/// Keeps the flight recording of a running controller as a ring of files, in memory (tmpfs) as a rule, and copies those around a trip into the state
/// folder. An ordinary thread does all of it; a disk that fails costs the recording and nothing else.
/// </summary>
internal sealed class FlightFolder : IDisposable
{
    /// <summary>Length of a file [cycles], files of the ring, incidents kept, and how long a trip's file goes on after it [cycles].</summary>
    public const int FileCycles = 30_000, RingFiles = 3, MaxIncidents = 20, AfterTripCycles = 1000;
    private const int PollMs = 20;
    private const string Extension = ".gsr";

    private readonly CycleTap _tap;
    private readonly string _folder, _incidents;
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
        (_tap, _folder, _incidents, _plant, _tell) = (tap, folder, Path.Combine(state, "incidents"), plant, tell);
        _before = new ControllerState(plant.HoistCount);
        initial.CopyTo(_before);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (string old in Directory.EnumerateFiles(folder, "flight-*" + Extension)) File.Delete(old);
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

    private void Keep()
    {
        do Drain();
        while (!_end.Wait(PollMs));
        Drain();
        Guarded(Complete);
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
        KeepIncident(_before.Plant.Cycle);
    }

    private void Next()
    {
        Complete();
        Begin();
    }

    private void Begin()
    {
        string file = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"flight-{++_number:00000}{Extension}"));
        _stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read);
        _recorder = new FlightRecorder(_stream, RecordingHeader.For(_plant, new KeyValuePair<string, string>("source", "gravistored")), _before);
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
    private void KeepIncident(long cycle)
    {
        Next();
        string folder = Path.Combine(_incidents, string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyyMMdd-HHmmss}-cycle-{cycle}"));
        Directory.CreateDirectory(folder);
        foreach (string file in _files.SkipLast(1).TakeLast(2)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        foreach (string old in Directory.GetDirectories(_incidents).Order(StringComparer.Ordinal).SkipLast(MaxIncidents)) Directory.Delete(old, recursive: true);
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
