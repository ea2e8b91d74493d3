using System.Globalization;
using Gravistore.Console.CommandLine;
using Gravistore.Core;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Recording;
using Gravistore.Recording.Reading;

namespace Gravistore.Console.Recordings.Stepping;

/// <summary>Takes commands, one a line, and moves through the cycles of a recording.</summary>
internal sealed class Stepper
{
    /// <summary>Commands with what they do, in the order of the help.</summary>
    public static IReadOnlyList<(string Command, string Meaning)> Commands { get; } =
    [
        ("n [N]", "next cycle, or N cycles on; an empty line does the same again"),
        ("p [N]", "cycle before, or N cycles back"),
        ("at TIME", "to a time of the recording, such as 12.3s or 2min"),
        ("cycle N", "to a cycle by its number"),
        ("event [TEXT]", "to the next event; with a text to the next one whose number or name holds it"),
        ("back [TEXT]", "to the event before"),
        ("when CONDITION", "to the next cycle in which it holds, such as hoist[3].speedMps > 0.5 or plant.mode = tripped"),
        ("changes", "what this cycle changed"),
        ("hoist N", "all values of hoist[N], which counts from 0"),
        ("values TEXT", "all values whose name holds a text"),
        ("first, last", "to the first or the last cycle"),
        ("q", "end"),
    ];

    private readonly CycleCursor _cursor;
    private readonly IReadOnlyList<ChannelView> _channels;
    private readonly StepScreen _screen;
    private readonly TextWriter _output;
    private readonly CancellationToken _interrupted;
    private string _last = "n";

    /// <param name="file">The recording.</param>
    /// <param name="output">Receives what is shown.</param>
    /// <param name="interrupted">Ends a search.</param>
    public Stepper(RecordingFile file, TextWriter output, CancellationToken interrupted)
    {
        _cursor = new CycleCursor(file);
        _channels = ChannelView.All(_cursor);
        _screen = new StepScreen(output, _cursor, _channels);
        _output = output;
        _interrupted = interrupted;
    }

    /// <summary>Goes to the first cycle; false when there is none.</summary>
    public bool Begin()
    {
        if (!_cursor.MoveTo(0)) return false;
        _screen.Overview();
        return true;
    }

    /// <summary>Does what a line asks for; false when it asks to end.</summary>
    public bool Do(string line)
    {
        string text = line.Trim();
        if (text.Length == 0) text = _last;
        string[] parts = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string argument = parts.Length > 1 ? parts[1] : "";
        if (parts[0] is "q" or "quit" or "exit") return false;
        if (parts[0] is "n" or "p" or "event" or "back" or "when") _last = text;
        Do(parts[0], argument);
        return true;
    }

    private void Do(string command, string argument)
    {
        switch (command)
        {
            case "n": Move(argument, 1); break;
            case "p": Move(argument, -1); break;
            case "at": At(argument); break;
            case "cycle": Go(long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out long cycle) ? cycle : null, $"\"{argument}\" is no number of a cycle"); break;
            case "first": Go(_cursor.First, ""); break;
            case "last": Go(_cursor.Last, ""); break;
            case "event": Search(() => HasEvent(argument), forward: true, "no further event like this"); break;
            case "back": Search(() => HasEvent(argument), forward: false, "no such event before this cycle"); break;
            case "when": When(argument); break;
            case "changes": _screen.Changes(); break;
            case "hoist": Hoist(argument); break;
            case "values": if (_screen.Values(argument) == 0) Say($"no value's name holds \"{argument}\""); break;
            case "help": Help(); break;
            default: Say($"there is no command \"{command}\"; \"help\" tells them"); break;
        }
    }

    private void Move(string argument, int direction)
    {
        long count = 1;
        if (argument.Length > 0 && (!long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count < 1))
        {
            Say($"\"{argument}\" is no number of cycles");
            return;
        }
        long to = _cursor.Cycle + direction * count;
        bool moved = direction > 0 ? _cursor.MoveTo(to) : _cursor.MoveBefore(to + 1);
        if (moved) _screen.Overview();
        else Say(direction > 0 ? "the recording ends here" : "the recording begins here");
    }

    private void At(string argument)
    {
        try
        {
            Go(OptionValues.TimeNs("at", argument) / Controller.CycleNs, "a time is wanted, such as 12.3s");
        }
        catch (UsageException e)
        {
            Say(e.Message);
        }
    }

    private void Go(long? cycle, string otherwise)
    {
        if (cycle is null) Say(otherwise);
        else if (_cursor.MoveTo(cycle.Value)) _screen.Overview();
        else Say($"the recording ends with cycle {_cursor.Last}");
    }

    private void Hoist(string argument)
    {
        bool known = int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out int hoist) && hoist < _cursor.Result.Hoists.Length;
        if (known) _screen.HoistInFull(hoist);
        else Say($"\"{argument}\" is no hoist; allowed: 0 to {_cursor.Result.Hoists.Length - 1}");
    }

    private void When(string argument)
    {
        if (Condition.Parse(argument, _channels, out string why) is { } condition) Search(() => condition.Holds, forward: true, "it never holds after this cycle");
        else Say(why);
    }

    private bool HasEvent(string part)
    {
        for (int i = 0; i < _cursor.Result.EventCount; i++)
        {
            Event one = _cursor.Result.Events[i];
            if (part.Length == 0 || EventDictionary.Get(one.Number).Name.Contains(part, StringComparison.OrdinalIgnoreCase) || one.Number.ToString(CultureInfo.InvariantCulture) == part) return true;
        }
        return false;
    }

    private void Search(Func<bool> found, bool forward, string otherwise)
    {
        long from = _cursor.Cycle;
        while (!_interrupted.IsCancellationRequested && (forward ? _cursor.Next() : _cursor.Previous()))
        {
            if (!found()) continue;
            _screen.Overview();
            return;
        }
        _cursor.MoveTo(from);
        Say(otherwise);
    }

    private void Help()
    {
        foreach ((string command, string meaning) in Commands) _output.WriteLine($"  {command,-16} {meaning}");
    }

    private void Say(string text) => _output.WriteLine($"  {text}");
}
