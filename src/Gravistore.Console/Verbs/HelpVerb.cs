using Gravistore.Console.CommandLine;
using Gravistore.Console.Manual;

namespace Gravistore.Console.Verbs;

/// <summary>The help text, written from the table of verbs.</summary>
internal static class HelpVerb
{
    private const int Column = 34;

    /// <summary>gravistore help [VERB]</summary>
    public static int Run(Surroundings surroundings, ParsedArguments arguments)
    {
        string asked = string.Join(' ', arguments.Arguments);
        if (arguments.Has(VerbTable.Completion)) return Write(surroundings, CompletionScript.Write(VerbTable.All));
        if (arguments.Has(VerbTable.Man)) return Write(surroundings, ManPages.Of(asked));
        if (asked.Length == 0) return Print(surroundings, null);
        Verb[] found = [.. VerbTable.All.Where(v => v.Name == asked || v.Name.StartsWith(asked + " ", StringComparison.Ordinal))];
        // The parser's own search gives the message about a verb that does not exist.
        if (found.Length == 0) found = [ArgumentParser.Parse(arguments.Arguments, VerbTable.All).Verb];
        foreach (Verb verb in found) Print(surroundings, verb);
        return ExitCode.Good;
    }

    private static int Write(Surroundings surroundings, string text)
    {
        surroundings.Output.Write(text);
        return ExitCode.Good;
    }

    /// <summary>Prints one verb's help, or with null (or the verb help itself) everything.</summary>
    public static int Print(Surroundings surroundings, Verb? verb)
    {
        if (verb is null || verb.Name == "help") PrintAll(surroundings.Output);
        else PrintVerb(surroundings.Output, verb);
        return ExitCode.Good;
    }

    private static void PrintAll(TextWriter output)
    {
        output.WriteLine("Gravistore: the controller of a gravity store, its plant and its drives in virtual time.");
        output.WriteLine();
        foreach (Verb verb in VerbTable.All) Row(output, "  " + verb.Usage["gravistore ".Length..], verb.Description);
        output.WriteLine();
        output.WriteLine("\"gravistore help VERB\" explains a verb's options. Exit codes:");
        foreach ((int code, string meaning) in ExitCode.All) Row(output, $"  {code}", meaning);
    }

    private static void PrintVerb(TextWriter output, Verb verb)
    {
        output.WriteLine(verb.Usage);
        output.WriteLine($"{verb.Description}.");
        foreach (Option option in verb.Options) Row(output, $"  {option.Name} {option.Value}".TrimEnd(), option.Description);
        output.WriteLine();
    }

    private static void Row(TextWriter output, string left, string right) => output.WriteLine($"{left.PadRight(Column)} {right}");
}
