using Gravistore.Json;

namespace Gravistore.Console.CommandLine;

/// <summary>Takes a command line apart: verb of one or two words, arguments, options as --name VALUE or --name=VALUE, -- ends the options.</summary>
public static class ArgumentParser
{
    /// <summary>Most arguments of a command line.</summary>
    public const int MaxCount = 1000;

    private static readonly string[] HelpOptions = ["--help", "-h", "-?"];

    /// <summary>Takes arguments apart by a table of verbs.</summary>
    /// <exception cref="UsageException">There is no such verb or option, or a value or argument is missing.</exception>
    public static ParsedArguments Parse(IReadOnlyList<string> args, IReadOnlyList<Verb> verbs)
    {
        if (args.Count > MaxCount) throw new UsageException(UsageErrors.TooMany, $"{args.Count} arguments are given; at most {MaxCount} are read");
        (Verb verb, int words) = FindVerb(args, verbs);
        ParsedArguments parsed = new(verb);
        bool optionsEnded = false;
        for (int i = words; i < args.Count; i++)
        {
            string arg = args[i];
            if (arg.Length == 0) throw new UsageException(UsageErrors.ArgumentMissing, $"an argument is empty; usage: {verb.Usage}");
            if (optionsEnded || !arg.StartsWith('-') || arg == "-" || IsNegativeNumber(arg)) parsed.AddArgument(arg);
            else if (arg == "--") optionsEnded = true;
            else if (HelpOptions.Contains(arg)) parsed.HelpAsked = true;
            else ReadOption(parsed, args, ref i);
        }
        if (!parsed.HelpAsked && parsed.Arguments.Count < verb.MinArguments)
            throw new UsageException(UsageErrors.ArgumentMissing, $"\"{verb.Name}\" needs {verb.Arguments}; usage: {verb.Usage}");
        return parsed;
    }

    private static bool IsNegativeNumber(string arg) => arg.Length > 1 && char.IsAsciiDigit(arg[1]);

    private static (Verb Verb, int Words) FindVerb(IReadOnlyList<string> args, IReadOnlyList<Verb> verbs)
    {
        string first = args.Count > 0 ? Alias(args[0]) : throw new UsageException(UsageErrors.NoVerb, $"no verb is given; known: {Names(verbs)}; \"gravistore help\" explains them");
        string two = args.Count > 1 ? $"{first} {args[1]}" : first;
        if (verbs.FirstOrDefault(v => v.Name == two) is { } exact) return (exact, two == first ? 1 : 2);
        if (verbs.FirstOrDefault(v => v.Name == first) is { } one) return (one, 1);
        string[] below = [.. verbs.Where(v => v.Name.StartsWith(first + " ", StringComparison.Ordinal)).Select(v => v.Name)];
        if (below.Length > 0) throw new UsageException(UsageErrors.UnknownVerb, $"unknown verb {JsonText.Quote(two)}; known: {JsonText.Choices(below)}; {NearestMatch.Question(two, below, "\"gravistore help\" explains them")}");
        throw new UsageException(UsageErrors.UnknownVerb, $"unknown verb {JsonText.Quote(first)}; known: {Names(verbs)}; {NearestMatch.Question(first, verbs.Select(v => v.Name), "\"gravistore help\" explains them")}");
    }

    private static string Alias(string verb) => verb switch
    {
        "--help" or "-h" or "-?" => "help",
        "--version" or "-V" => "version",
        _ => verb,
    };

    private static void ReadOption(ParsedArguments parsed, IReadOnlyList<string> args, ref int i)
    {
        int equals = args[i].IndexOf('=');
        string name = equals < 0 ? args[i] : args[i][..equals];
        if (parsed.Verb.Options.FirstOrDefault(o => o.Name == name) is not { } option) throw Unknown(parsed.Verb, name);
        if (!option.TakesValue && equals >= 0) throw new UsageException(UsageErrors.ValueGiven, $"{name} takes no value; {UsageErrors.ValueGiven.Cure}");
        if (!option.TakesValue) parsed.AddOption(option, "");
        else if (equals >= 0) parsed.AddOption(option, args[i][(equals + 1)..]);
        else if (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal)) parsed.AddOption(option, args[++i]);
        else throw new UsageException(UsageErrors.ValueMissing, $"{name} needs a value: {name} {option.Value} ({option.Description})");
    }

    private static UsageException Unknown(Verb verb, string name)
    {
        string[] known = [.. verb.Options.Select(o => o.Name)];
        string allowed = known.Length == 0 ? $"\"{verb.Name}\" takes none" : $"known: {JsonText.Choices(known)}";
        return new UsageException(UsageErrors.UnknownOption, $"unknown option {JsonText.Quote(name)}; {allowed}; {NearestMatch.Question(name, known, $"\"gravistore help {verb.Name}\" explains them")}");
    }

    private static string Names(IReadOnlyList<Verb> verbs) => JsonText.Choices(verbs.Select(v => v.Name));
}
