using Gravistore.DryRun;

namespace Gravistore.Console.Live;

/// <summary>Watches a run and draws it, at most ten times a second on the clock however fast the run goes.</summary>
internal sealed class LiveView : IRunObserver, IDisposable
{
    /// <summary>Time between two pictures [s].</summary>
    private const double RedrawS = 0.1;
    /// <summary>A snapshot every 100 ms of simulated time.</summary>
    private const int SnapshotCycles = 10;

    private readonly LiveModel _model;
    private readonly LiveScreen _screen;
    private readonly SuspendSignals _signals;
    private double _drawnS = double.NegativeInfinity;

    /// <param name="model">Receives what the run shows.</param>
    /// <param name="screen">Receives the pictures; disposed with the view.</param>
    public LiveView(LiveModel model, LiveScreen screen)
    {
        (_model, _screen) = (model, screen);
        _signals = new SuspendSignals(_screen);
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    public int CyclesPerSnapshot => SnapshotCycles;

    public void Progress(in RunProgress progress)
    {
    }

    public void Look(RunSnapshot snapshot)
    {
        _model.Add(snapshot);
        if (snapshot.WallS - _drawnS < RedrawS) return;
        _drawnS = snapshot.WallS;
        (int width, int height) = _screen.Size;
        _screen.Show(LivePicture.Draw(_model, width, height, _screen.Glyphs));
    }

    /// <summary>Leaves the terminal as it was.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        _signals.Dispose();
        _screen.Dispose();
    }

    private void OnExit(object? sender, EventArgs e) => _screen.Dispose();
}
