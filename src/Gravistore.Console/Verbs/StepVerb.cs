using Gravistore.Console.CommandLine;
using Gravistore.Console.Output;
using Gravistore.Console.Recordings;
using Gravistore.Console.Recordings.Stepping;

namespace Gravistore.Console.Verbs;

/// <summary>gravistore step FILE</summary>
internal static class StepVerb
{
    public static int Run(Surroundings surroundings, ParsedArguments arguments)
    {
        using RecordingInput input = new(arguments.Arguments[0]);
        FindingList.Print(surroundings.Error, input.Losses);
        Stepper stepper = new(input.File, surroundings.Output, surroundings.Interrupted);
        if (!stepper.Begin()) throw input.Refused(RecordingErrors.Nothing, "no cycle of it can be read");
        string[] given = [.. arguments.Values(VerbTable.Do)];
        bool more = given.All(stepper.Do);
        if (given.Length == 0 && surroundings.ErrorIsTerminal) surroundings.Error.WriteLine("n and p step, \"help\" tells the other commands, q ends");
        while (given.Length == 0 && more && Read(surroundings) is { } line) more = stepper.Do(line);
        return input.File.Damages.Count > 0 ? ExitCode.Refused : ExitCode.Good;
    }

    private static string? Read(Surroundings surroundings)
    {
        surroundings.Interrupted.ThrowIfCancellationRequested();
        if (surroundings.ErrorIsTerminal) surroundings.Error.Write("step> ");
        return surroundings.Input.ReadLine();
    }
}
