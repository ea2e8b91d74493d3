using Gravistore.Protocol.Messages;

namespace Gravistore.Protocol;

/// <summary>The bounds of requests.</summary>
internal static class RequestCheck
{
    /// <exception cref="ProtocolException">A value lies beyond its bounds.</exception>
    public static void Require(Request request)
    {
        switch (request)
        {
            case HelloRequest hello: Hello(hello); break;
            case CommandRequest command: Command(command); break;
            case SubscribeRequest subscribe: Subscribe(subscribe); break;
        }
    }

    private static void Hello(HelloRequest hello) =>
        Need(hello.Client.Length is > 0 and <= ProtocolLimits.MaxNameLength, $"client has {hello.Client.Length} characters; allowed: 1 to {ProtocolLimits.MaxNameLength}");

    private static void Command(CommandRequest command)
    {
        Need(CommandVerb.All.Contains(command.Verb), $"verb is unknown; allowed: {string.Join(", ", CommandVerb.All)}");
        Need(Math.Abs(command.PowerW) <= ProtocolLimits.MaxPowerW, $"powerW is beyond {ProtocolLimits.MaxPowerW:0} W");
        Need(command.RateWPerS is >= 0 and <= ProtocolLimits.MaxPowerW, $"rateWPerS is not from 0 to {ProtocolLimits.MaxPowerW:0} W/s");
        Need(command.ReadyHoists is >= 0 and <= ProtocolLimits.MaxHoists, $"readyHoists is not from 0 to {ProtocolLimits.MaxHoists}");
        Need(command.HoldS is >= 1 and <= ProtocolLimits.MaxHoldS, $"holdS is not from 1 to {ProtocolLimits.MaxHoldS} s");
    }

    private static void Subscribe(SubscribeRequest subscribe)
    {
        Need(subscribe.SnapshotEveryMs is 0 or (>= ProtocolLimits.MinSnapshotMs and <= ProtocolLimits.MaxSnapshotMs),
            $"snapshotEveryMs is neither 0 nor from {ProtocolLimits.MinSnapshotMs} to {ProtocolLimits.MaxSnapshotMs} ms");
        Need(subscribe.EventsFrom >= 0, "eventsFrom is negative");
    }

    private static void Need(bool holds, string otherwise)
    {
        if (!holds) throw new ProtocolException($"a message cannot be taken: {otherwise}");
    }
}
