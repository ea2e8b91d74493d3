using System.Collections.Concurrent;
using Gravistore.Core.Images;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Gateway;

/// <summary>The clients' side: hands commands of many to the loop, and each answer to the one who waits for it.</summary>
internal sealed class CommandDesk(LoopDesk loop)
{
    private const long NsPerS = 1_000_000_000;

    private readonly ConcurrentDictionary<long, (long Id, Action<AnswerNotice> Reply)> _waiting = new();
    private readonly object _lock = new();
    private long _lastTicket;

    /// <summary>Hands a command on; the answer comes later, from another thread.</summary>
    public void Ask(CommandRequest request, Action<AnswerNotice> reply)
    {
        Command command = CommandMapper.Map(request);
        lock (_lock)
        {
            long ticket = ++_lastTicket;
            _waiting[ticket] = (request.Id, reply);
            if (loop.TryAsk(new PendingCommand(ticket, command, request.HoldS * NsPerS))) return;
            _waiting.TryRemove(ticket, out _);
        }
        reply(new AnswerNotice(request.Id, false, $"{LoopDesk.CommandCapacity} commands are under way; wait for their answers"));
    }

    /// <summary>Hands the loop's answers to those who wait; called by one thread.</summary>
    public void Deliver()
    {
        while (loop.TryAnswer(out LoopAnswer answer))
            if (_waiting.TryRemove(answer.Ticket, out (long Id, Action<AnswerNotice> Reply) waiting))
                waiting.Reply(new AnswerNotice(waiting.Id, answer.Accepted, answer.Accepted ? "" : CommandMapper.Reason(answer.Kind, answer.Mode, answer.FirstOut)));
    }
}
