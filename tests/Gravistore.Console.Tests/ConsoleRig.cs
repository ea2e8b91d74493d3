using Gravistore.Console.Live;

namespace Gravistore.Console.Tests;

/// <summary>Runs the program in-process with captured streams and a folder of its own.</summary>
internal sealed class ConsoleRig : IDisposable
{
    public string Output { get; private set; } = "";
    public string Error { get; private set; } = "";
    public string Folder { get; } = Directory.CreateTempSubdirectory("gravistore-").FullName;
    public bool IsTerminal { get; init; }
    public TerminalTraits? Terminal { get; init; }
    /// <summary>Lines of standard input.</summary>
    public string Input { get; init; } = "";
    public CancellationToken Interrupted { get; init; }

    /// <summary>The project's folder that the program works with; FOLDER in it stands for the rig's folder, null = none is found.</summary>
    public string? ProjectRoot { get; init; } = Root;
    /// <summary>Receives standard output in place of a writer of the rig's own.</summary>
    public TextWriter? OutputInstead { get; init; }

    public static string Root { get; } = RepositoryRoot.Find(null, AppContext.BaseDirectory)!;

    /// <summary>Runs a command line; FOLDER in an argument stands for the rig's folder, ROOT for the project's.</summary>
    public int Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        Surroundings surroundings = new() { Output = OutputInstead ?? output, Error = error, Input = new StringReader(Input), ErrorIsTerminal = IsTerminal, Terminal = Terminal, Root = ProjectRoot?.Replace("FOLDER", Folder), Interrupted = Interrupted };
        int code = new Application(surroundings).Run([.. args.Select(a => a.Replace("FOLDER", Folder).Replace("ROOT", Root))]);
        Output = output.ToString();
        Error = error.ToString();
        return code;
    }

    /// <summary>Writes a file into the rig's folder.</summary>
    public string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a scenario that waits a while on its brakes and ends.</summary>
    public string WriteIdle(double idleS = 2, string more = "") => Write("idle.json", FormattableString.Invariant(
        $"{{ \"schema\": \"gravistore-scenario/1\", \"name\": \"idle\", \"title\": \"Waits.\", \"plant\": \"leith\", \"initial\": {{ \"landing\": \"upperLanding\" }}, \"steps\": [ {{ \"afterS\": {idleS}, \"action\": \"end\" }} ], {more} \"end\": {{ \"maxSeconds\": 1000, \"expectedSeconds\": 12 }} }}"));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
