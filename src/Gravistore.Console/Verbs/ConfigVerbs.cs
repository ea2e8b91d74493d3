using Gravistore.Config;
using Gravistore.Console.CommandLine;
using Gravistore.DryRun;
using Gravistore.Json;

namespace Gravistore.Console.Verbs;

/// <summary>gravistore config check FILE... and gravistore config schema NAME</summary>
internal static class ConfigVerbs
{
    public static int Check(Surroundings surroundings, ParsedArguments arguments)
    {
        ConfigFolders folders = new(surroundings.Root ?? Directory.GetCurrentDirectory());
        bool good = true;
        foreach (string file in arguments.Arguments)
        {
            Findings findings = [];
            ConfigFileKind kind = ProjectFiles.Check(file, folders, findings);
            foreach (Finding finding in findings) surroundings.Error.WriteLine(finding);
            good &= !findings.HasErrors;
            if (!findings.HasErrors) surroundings.Output.WriteLine($"{file}: good {Name(kind)} file");
        }
        return good ? ExitCode.Good : ExitCode.Refused;
    }

    public static int Schema(Surroundings surroundings, ParsedArguments arguments)
    {
        string name = arguments.Arguments[0];
        string text = ProjectFiles.Schema(name)
            ?? throw new UsageException($"unknown schema {JsonText.Quote(name)}; known: {JsonText.Choices(ProjectFiles.SchemaNames)}; {NearestMatch.Question(name, ProjectFiles.SchemaNames, "choose one of them")}");
        surroundings.Output.Write(text);
        return ExitCode.Good;
    }

    private static string Name(ConfigFileKind kind) => kind switch
    {
        ConfigFileKind.BrakeUnit => "brake unit",
        ConfigFileKind.HoistIo => "hoist input module",
        ConfigFileKind.PlantIo => "plant module",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
