using Gravistore.Json;

namespace Gravistore.Console.CommandLine;

/// <summary>A command line taken apart.</summary>
public sealed class ParsedArguments
{
    private readonly List<(string Name, string Value)> _options = [];
    private readonly List<string> _arguments = [];

    public ParsedArguments(Verb verb) => Verb = verb;

    public Verb Verb { get; }
    /// <summary>The verb's help is asked for instead of the verb.</summary>
    public bool HelpAsked { get; set; }
    /// <summary>Arguments in their order.</summary>
    public IReadOnlyList<string> Arguments => _arguments;

    /// <summary>True when the option is there.</summary>
    public bool Has(string name) => _options.Exists(o => o.Name == name);

    /// <summary>Value of an option; null when it is not there.</summary>
    public string? Value(string name) => _options.Find(o => o.Name == name).Value;

    /// <summary>Values of a repeatable option in their order.</summary>
    public IEnumerable<string> Values(string name) => _options.Where(o => o.Name == name).Select(o => o.Value);

    internal void AddArgument(string argument)
    {
        if (_arguments.Count == Verb.MaxArguments)
            throw new UsageException(UsageErrors.TooMany, $"\"{Verb.Name}\" takes {(Verb.MaxArguments == 0 ? "no argument" : $"at most {Verb.MaxArguments}")}, and {JsonText.Quote(argument)} is one more; usage: {Verb.Usage}");
        _arguments.Add(argument);
    }

    internal void AddOption(Option option, string value)
    {
        if (!option.Repeatable && Has(option.Name)) throw new UsageException(UsageErrors.GivenTwice, $"{option.Name} is given twice; give it once");
        _options.Add((option.Name, value));
    }
}
