using Gravistore.Console.CommandLine;
using Gravistore.Console.Processes;
using Gravistore.Console.Verbs;
using Gravistore.DryRun.Results;
using Gravistore.Json;

namespace Gravistore.Console.Manual;

/// <summary>The manual pages of the three programs, written from what they print as their help.</summary>
internal static class ManPages
{
    private const string Own = "gravistore", Controller = "gravistored", Simulator = "gravistore-sim";
    private const int HelpMs = 30_000;

    private static readonly (string File, string What)[] Files =
    [
        ("/etc/gravistore", "plants, devices, links and scenarios, and the options of the services; kept on upgrade"),
        ("/var/lib/gravistore", "the position journal and frozen recordings of trips"),
        ("/run/gravistore", "the service's command socket and its ring of recordings"),
    ];

    private static readonly (string Name, string What)[] Variables =
    [
        ("GRAVISTORE_ROOT", "folder of the project or of the configuration"),
        ("GRAVISTORE_SOCKET", "the controller's command socket"),
    ];

    /// <summary>A program's page.</summary>
    /// <param name="program">Which; empty = this one.</param>
    /// <exception cref="UsageException">There is no such program.</exception>
    public static string Of(string program) => program switch
    {
        "" or Own => OfConsole(VerbTable.All),
        Controller => OfProgram(Controller, 8, "controller of a gravity store", Help(ProgramFile.Controller)),
        Simulator => OfProgram(Simulator, 1, "simulated plant of a gravity store", Help(ProgramFile.Simulator)),
        _ => throw new UsageException(UsageErrors.UnknownName, $"there is no manual page of {JsonText.Quote(program)}; known: {JsonText.Choices([Own, Controller, Simulator])}"),
    };

    /// <summary>The console's page from its verbs.</summary>
    public static string OfConsole(IReadOnlyList<Verb> verbs)
    {
        ManPage page = new(Own, 1, Version, "console of a gravity store");
        page.Section("Synopsis");
        page.Paragraph("gravistore VERB [ARGUMENTS] [OPTIONS]");
        page.Section("Description");
        page.Paragraph("Gravistore is the controller of a gravity store. This program operates a running controller, rehearses plants in virtual time, checks their files and reads their recordings.");
        page.Section("Verbs");
        foreach (Verb verb in verbs) Describe(page, verb);
        page.Section("Exit status");
        foreach ((int code, string meaning) in ExitCode.All) page.Term(FormattableString.Invariant($"{code}"), meaning);
        End(page, $"{Controller}(8), {Simulator}(1)");
        return page.ToString();
    }

    /// <summary>A page from a program's help text: usage lines, indented terms, paragraphs, and one that begins with "Exit codes:".</summary>
    public static string OfProgram(string name, int section, string summary, string help)
    {
        ManPage page = new(name, section, Version, summary);
        HelpText text = HelpText.Read(help);
        page.Section("Synopsis");
        foreach ((string term, string meaning) in text.Usages) page.Term(term, meaning);
        page.Section("Options");
        foreach ((string term, string meaning) in text.Terms) page.Term(term, meaning);
        foreach (string paragraph in text.Paragraphs) page.Paragraph(paragraph);
        page.Section("Exit status");
        foreach ((string code, string meaning) in text.ExitCodes) page.Term(code, meaning);
        End(page, name == Controller ? $"{Own}(1), {Simulator}(1)" : $"{Own}(1), {Controller}(8)");
        return page.ToString();
    }

    private static string Version => ProgramVersion.Text.Split('+')[0];

    private static void Describe(ManPage page, Verb verb)
    {
        page.Part(verb.Usage);
        page.Paragraph(verb.Description + ".");
        foreach (Option option in verb.Options) page.Term($"{option.Name} {option.Value}".TrimEnd(), option.Description);
    }

    private static void End(ManPage page, string others)
    {
        page.Section("Environment");
        foreach ((string name, string what) in Variables) page.Term(name, what);
        page.Section("Files");
        foreach ((string file, string what) in Files) page.Term(file, what);
        page.Section("See also");
        page.Paragraph($"{others}, /usr/share/doc/gravistore");
    }

    private static string Help(ProgramFile program)
    {
        using ChildProcess child = ChildProcess.Start(program, ["--help"], listen: true);
        child.Wait(HelpMs);
        return string.Join('\n', child.Lines);
    }
}
