using Gravistore.Console.Recordings;
using Gravistore.DryRun;
using Gravistore.Json;

namespace Gravistore.Console;

/// <summary>The error numbers of the command line and of the program itself.</summary>
public static class UsageErrors
{
    public static readonly ErrorInfo NoVerb = new("GS-U001", "no verb", "The command line does not say what to do.", "name a verb; \"gravistore help\" explains them");
    public static readonly ErrorInfo UnknownVerb = new("GS-U002", "unknown verb", "No verb has this name.", "choose a known verb; \"gravistore help\" explains them");
    public static readonly ErrorInfo UnknownOption = new("GS-U003", "unknown option", "The verb has no such option.", "choose a known option; \"gravistore help VERB\" explains them");
    public static readonly ErrorInfo ValueMissing = new("GS-U004", "value missing", "An option that takes a value stands at the end of the line or before another option.", "give the value; one that begins with -- as --name=VALUE");
    public static readonly ErrorInfo ValueGiven = new("GS-U005", "value not wanted", "An option that takes no value was given one.", "leave the value out");
    public static readonly ErrorInfo GivenTwice = new("GS-U006", "option given twice", "An option that may stand once stands twice.", "give it once");
    public static readonly ErrorInfo TooMany = new("GS-U007", "too many arguments", "The verb takes fewer arguments.", "leave the rest out; options begin with --");
    public static readonly ErrorInfo ArgumentMissing = new("GS-U008", "argument missing", "The verb needs an argument.", "give it");
    public static readonly ErrorInfo BadValue = new("GS-U009", "value not allowed", "An option's value is not one of those allowed.", "give an allowed value");
    public static readonly ErrorInfo Combination = new("GS-U010", "options that do not go together", "An option needs another one, or excludes it.", "add the one or leave out the other");
    public static readonly ErrorInfo NotWritable = new("GS-U011", "output cannot be written", "The file cannot be created at the place named.", "name a file in a folder that exists and may be written");
    public static readonly ErrorInfo SameFile = new("GS-U012", "same output file", "Two outputs would be written to the same file.", "name a file for each");
    public static readonly ErrorInfo NoRoot = new("GS-U013", "project not found", "The folder with config/ was not found.", "run from within the project, or set GRAVISTORE_ROOT to its folder");
    public static readonly ErrorInfo UnknownName = new("GS-U014", "unknown name", "No scenario, plant, sim file or schema has this name.", "choose a known name, or give a file");
    public static readonly ErrorInfo Bench = new("GS-U015", "bench impossible", "The bench has no cell like this, or the plant cannot take the position it asks for.", "choose other cells, or another plant");
    public static readonly ErrorInfo InputOutput = new("GS-U016", "reading or writing failed", "The operating system broke off a read or a write in the middle.", "see that the disk is not full and the terminal still there");
    public static readonly ErrorInfo InternalFault = new("GS-U017", "internal fault", "The program met a case that it was not made for.", "report it with the command line and the output of \"gravistore version\"");

    /// <summary>All of them, in ascending order.</summary>
    public static IReadOnlyList<ErrorInfo> All { get; } =
    [
        NoVerb, UnknownVerb, UnknownOption, ValueMissing, ValueGiven, GivenTwice, TooMany, ArgumentMissing, BadValue, Combination, NotWritable,
        SameFile, NoRoot, UnknownName, Bench, InputOutput, InternalFault,
    ];

    /// <summary>Every error number that the program can give.</summary>
    public static IReadOnlyList<ErrorGroup> Catalog { get; } =
    [
        .. ErrorCatalog.Groups,
        new ErrorGroup("Flight recordings", "Files of `dryrun --record`, as replays read them.", RecordingErrors.All),
        new ErrorGroup("Operation", "Verbs that talk with a running controller, or start processes.", Operator.OperationErrors.All),
        new ErrorGroup("Command line and program", "What was typed, and what the program met while it ran.", All),
    ];
}
