using Gravistore.Core;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Runtime;
using Gravistore.Runtime.Mailboxes;

namespace Gravistore.Controller.Gateway;

/// <summary>
/// The loop's side of the gateway: takes one command a cycle, lets a set point end when its time is over, and leaves answers, events and an image of the
/// cycle for the ordinary threads. Nothing here waits or allocates.
/// </summary>
internal sealed class LoopDesk(int hoistCount) : ILoopPort
{
    /// <summary>Commands under way, answers and events that fit between loop and gateway.</summary>
    public const int CommandCapacity = 64, EventCapacity = 4096;

    private readonly Ring<PendingCommand> _commands = new(CommandCapacity);
    private readonly Ring<LoopAnswer> _answers = new(2 * CommandCapacity);
    private readonly Ring<Event> _events = new(EventCapacity);
    private readonly Latest<LoopImage> _images = new(() => new LoopImage(hoistCount));
    private PendingCommand _asked;
    private bool _waits;
    private volatile bool _stopAsked;
    private bool _stopSent;
    private long _holdUntilNs, _holdNs, _eventsLost, _slips;

    /// <summary>Images for the one thread that reads them.</summary>
    public Latest<LoopImage> Images => _images;
    /// <summary>Events that found no room.</summary>
    public long EventsLost => Volatile.Read(ref _eventsLost);

    /// <summary>Hands a command to the loop; one ordinary thread at a time.</summary>
    /// <returns>False when too many are under way.</returns>
    public bool TryAsk(in PendingCommand command) => _commands.TryPut(command);

    /// <summary>The next answer, for the one thread that reads them.</summary>
    public bool TryAnswer(out LoopAnswer answer) => _answers.TryTake(out answer);

    /// <summary>The next event, for the one thread that reads them.</summary>
    public bool TryEvent(out Event e) => _events.TryTake(out e);

    /// <summary>From now on the plant is stopped and no other command is taken.</summary>
    public void AskStop() => _stopAsked = true;

    void ILoopPort.Take(CycleInput input)
    {
        input.CommandCount = 0;
        _waits = false;
        if (_stopAsked) Stop(input);
        else if (_holdUntilNs != 0 && input.NowNs >= _holdUntilNs) EndSetPoint(input);
        else if (_commands.TryTake(out _asked))
        {
            _waits = true;
            input.Commands[input.CommandCount++] = _asked.Command;
        }
    }

    void ILoopPort.Tell(CycleInput input, CycleResult result, ControllerState state, int slips)
    {
        Answer(input, result);
        if (result.Plant.Mode != PlantMode.Running) _holdUntilNs = 0;
        for (int i = 0; i < result.EventCount; i++) Put(result.Events[i]);
        if (result.EventsLost > 0) Volatile.Write(ref _eventsLost, _eventsLost + result.EventsLost);
        if (slips > 0) Put(new Event { TimeNs = input.NowNs, Number = EventNumber.CycleSlip, Hoist = -1, Value = _slips += slips });
        _images.Writing.Copy(input, result, state, _holdUntilNs);
        _images.Publish();
    }

    private void Stop(CycleInput input)
    {
        if (_stopSent) return;
        _stopSent = true;
        Put(new Event { TimeNs = input.NowNs, Number = EventNumber.Stopping, Hoist = -1 });
        input.Commands[input.CommandCount++] = new Command { Kind = CommandKind.Stop };
    }

    private void EndSetPoint(CycleInput input)
    {
        _holdUntilNs = 0;
        input.Commands[input.CommandCount++] = new Command { Kind = CommandKind.SetPower };
        Put(new Event { TimeNs = input.NowNs, Number = EventNumber.SetPointEnded, Hoist = -1, Value = _asked.Command.PowerW, Limit = _holdNs * 1e-9 });
    }

    private void Answer(CycleInput input, CycleResult result)
    {
        if (!_waits) return;
        bool accepted = true;
        for (int i = 0; i < result.EventCount; i++)
            if (result.Events[i].Number == EventNumber.CommandRefused && (int)result.Events[i].Value == (int)_asked.Command.Kind) accepted = false;
        if (accepted) Hold(input);
        _answers.TryPut(new LoopAnswer(_asked.Ticket, _asked.Command.Kind, accepted, result.Plant.Mode, result.Plant.FirstOut));
    }

    private void Hold(CycleInput input)
    {
        _holdNs = _asked.HoldNs;
        _holdUntilNs = _asked.Command.Kind == CommandKind.SetPower ? input.NowNs + _holdNs : 0;
    }

    private void Put(in Event e)
    {
        if (!_events.TryPut(e)) Volatile.Write(ref _eventsLost, _eventsLost + 1);
    }
}
