using System.Text;
using System.Text.Json;
using Gravistore.Console.CommandLine;
using Gravistore.Protocol.Messages;

namespace Gravistore.Console.Operator;

/// <summary>The verbs that look on: status, events, and reset, which waits for the key.</summary>
internal static class WatchVerbs
{
    private const int PollMs = 200, QuietMs = 300, MaxWaitS = 3600, DefaultWaitS = 60;

    public static int Status(Surroundings surroundings, ParsedArguments arguments)
    {
        using ControllerLink link = ControllerLink.Open(arguments);
        SnapshotNotice snapshot = link.Snapshot();
        if (arguments.Has(OperatorVerbTable.AtRest)) return AtRest(surroundings.Output, snapshot);
        if (arguments.Has(OperatorVerbTable.JsonName)) surroundings.Output.Write(Json(snapshot));
        else OperatorText.Status(surroundings.Output, link.Hello, snapshot);
        return ExitCode.Good;
    }

    // For scripts that must not touch a plant in motion. A drive that is not heard says nothing about its weight: that is not at rest.
    private static int AtRest(TextWriter output, SnapshotNotice snapshot)
    {
        const double standsMps = 0.01, heardMs = 1000;
        int moving = snapshot.Hoists.Count(h => !h.BrakesSet || Math.Abs(h.SpeedMps) > standsMps), silent = snapshot.Hoists.Count(h => h.DriveAgeMs > heardMs);
        output.WriteLine(moving + silent == 0 ? $"at rest: {snapshot.Hoists.Count} hoists stand on set brakes; the plant is {snapshot.Mode}"
            : $"not at rest: of {snapshot.Hoists.Count} hoists {moving} without set brakes or in motion, {silent} not heard for a second; the plant is {snapshot.Mode}");
        return moving + silent == 0 ? ExitCode.Good : ExitCode.RunFailed;
    }

    public static int Events(Surroundings surroundings, ParsedArguments arguments)
    {
        long from = From(arguments);
        bool follow = arguments.Has(OperatorVerbTable.Follow);
        using ControllerLink link = ControllerLink.Open(arguments);
        link.Subscribe(0, from);
        while (!surroundings.Interrupted.IsCancellationRequested)
        {
            if (link.Next(follow ? PollMs : QuietMs) is EventNotice e) surroundings.Output.WriteLine(OperatorText.Event(e));
            else if (!follow) break;
        }
        return ExitCode.Good;
    }

    /// <summary>No command stands in for the key at the chain: this tells what is latched, waits for the key, and tells what it cleared.</summary>
    public static int Reset(Surroundings surroundings, ParsedArguments arguments)
    {
        int waitS = Quantities.WholeSeconds(OperatorVerbTable.Wait, arguments.Value(OperatorVerbTable.Wait), DefaultWaitS, 0, MaxWaitS);
        using ControllerLink link = ControllerLink.Open(arguments);
        SnapshotNotice before = link.Snapshot();
        if (before.FirstOut.Length == 0 && before.Mode is not ("tripped" or "lockout"))
        {
            surroundings.Output.WriteLine($"nothing is latched; the plant is {before.Mode}");
            return ExitCode.Good;
        }
        Latched(surroundings.Output, before);
        surroundings.Output.WriteLine($"turn the reset key at the safety chain; waiting for {OperatorText.Duration(waitS)}");
        return WaitForKey(surroundings, link, waitS);
    }

    private static int WaitForKey(Surroundings surroundings, ControllerLink link, int waitS)
    {
        SnapshotNotice? last = null;
        for (long endMs = Environment.TickCount64 + 1000L * waitS; Environment.TickCount64 < endMs;)
        {
            surroundings.Interrupted.ThrowIfCancellationRequested();
            if (link.Next(PollMs) is not SnapshotNotice snapshot) continue;
            last = snapshot;
            if (last.FirstOut.Length > 0 || last.Mode is "tripped" or "lockout") continue;
            surroundings.Output.WriteLine($"reset; the plant is {last.Mode}");
            return ExitCode.Good;
        }
        if (last is not null) Latched(surroundings.Output, last);
        throw new OperationException(OperationErrors.Refused, "still latched: the key was not turned, or a cause is still present; see to the cause, then turn the key again");
    }

    private static void Latched(TextWriter output, SnapshotNotice s)
    {
        output.WriteLine($"the plant is {s.Mode}, first-out {s.FirstOut}; the chain is {(s.ChainClosed ? "closed" : "open")}{(s.EmergencyStop ? ", an emergency stop is pressed" : "")}");
        for (int i = 0; i < s.Hoists.Count; i++)
            if (s.Hoists[i].VerdictCause.Length > 0) output.WriteLine($"hoist {i + 1}: {s.Hoists[i].Verdict} by {s.Hoists[i].VerdictCause}");
    }

    private static long From(ParsedArguments arguments)
    {
        string? text = arguments.Value(OperatorVerbTable.FromName);
        if (text is null) return 1;
        if (long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long from) && from > 0) return from;
        throw new UsageException(UsageErrors.BadValue, $"{OperatorVerbTable.FromName} '{text}' is not allowed; allowed: a sequence number from 1 on");
    }

    private static string Json(SnapshotNotice snapshot)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        using (JsonDocument document = JsonDocument.Parse(Protocol.MessageCodec.Payload(snapshot)))
            document.WriteTo(json);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
