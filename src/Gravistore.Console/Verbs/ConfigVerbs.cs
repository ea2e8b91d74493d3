using Gravistore.Config;
using Gravistore.Console.CommandLine;
using Gravistore.Console.Output;
using Gravistore.Core.Parameters;
using Gravistore.DryRun;
using Gravistore.Json;

namespace Gravistore.Console.Verbs;

/// <summary>gravistore config check FILE..., config schema NAME and config drawing FILE</summary>
internal static class ConfigVerbs
{
    public static int Check(Surroundings surroundings, ParsedArguments arguments)
    {
        ConfigFolders folders = new(surroundings.Root is null ? Directory.GetCurrentDirectory() : RepositoryRoot.Required(surroundings));
        int refused = 0;
        foreach (string file in arguments.Arguments)
        {
            Findings findings = [];
            ConfigFileKind kind = ProjectFiles.Check(file, folders, findings);
            FindingList.Print(surroundings.Error, findings);
            if (findings.HasErrors) refused++;
            else surroundings.Output.WriteLine($"{file}: good {Name(kind)} file{Warned(findings.Count)}");
        }
        if (refused > 0) surroundings.Error.WriteLine($"gravistore: {refused} of {arguments.Arguments.Count} file{(arguments.Arguments.Count == 1 ? "" : "s")} refused");
        return refused == 0 ? ExitCode.Good : ExitCode.Refused;
    }

    public static int Schema(Surroundings surroundings, ParsedArguments arguments)
    {
        string name = arguments.Arguments[0];
        string text = ProjectFiles.Schema(name)
            ?? throw new UsageException(UsageErrors.UnknownName, $"unknown schema {JsonText.Quote(name)}; known: {JsonText.Choices(ProjectFiles.SchemaNames)}; {NearestMatch.Question(name, ProjectFiles.SchemaNames, "choose one of them")}");
        surroundings.Output.Write(text);
        return ExitCode.Good;
    }

    /// <summary>gravistore config drawing FILE</summary>
    public static int Drawing(Surroundings surroundings, ParsedArguments arguments)
    {
        Findings findings = [];
        FieldWiring? wiring = WiringFile.Load(arguments.Arguments[0], null, findings);
        FindingList.Print(surroundings.Error, findings);
        if (wiring is null) return ExitCode.Refused;
        surroundings.Output.Write(WiringDrawing.Write(wiring));
        return ExitCode.Good;
    }

    private static string Warned(int warnings) => warnings == 0 ? "" : $", {warnings} warning{(warnings == 1 ? "" : "s")}";

    private static string Name(ConfigFileKind kind) => kind switch
    {
        ConfigFileKind.BrakeUnit => "brake unit",
        ConfigFileKind.HoistIo => "hoist input module",
        ConfigFileKind.PlantIo => "plant module",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
