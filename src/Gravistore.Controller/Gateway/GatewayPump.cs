using Gravistore.Core.Images;

namespace Gravistore.Controller.Gateway;

/// <summary>The ordinary thread between loop and clients: fetches what the loop left, every cycle's length, and hands it out.</summary>
internal sealed class GatewayPump : IDisposable
{
    private const int PeriodMs = 10;

    private readonly LoopDesk _loop;
    private readonly CommandDesk _desk;
    private readonly EventLog _events;
    private readonly PlantPicture _picture;
    private readonly Action _wake;
    private readonly ManualResetEventSlim _end = new();
    private readonly Thread _thread;

    public GatewayPump(LoopDesk loop, CommandDesk desk, EventLog events, PlantPicture picture, Action wake)
    {
        (_loop, _desk, _events, _picture, _wake) = (loop, desk, events, picture, wake);
        _thread = new Thread(Pump) { Name = "gateway", IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        _end.Set();
        _thread.Join();
        Once();
        _end.Dispose();
    }

    private void Pump()
    {
        while (!_end.Wait(PeriodMs)) Once();
    }

    private void Once()
    {
        bool any = false;
        while (_loop.TryEvent(out Event e))
        {
            _events.Add(e);
            any = true;
        }
        if (_loop.Images.Refresh()) _picture.Fill(_loop.Images.Reading);
        _desk.Deliver();
        if (any) _wake();
    }
}
