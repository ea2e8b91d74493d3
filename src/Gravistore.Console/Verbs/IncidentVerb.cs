using Gravistore.Console.CommandLine;
using Gravistore.Console.Output;
using Gravistore.Console.Recordings;
using Gravistore.Console.Recordings.Incidents;
using Gravistore.Recording.Incidents;

namespace Gravistore.Console.Verbs;

/// <summary>gravistore incident FILE</summary>
internal static class IncidentVerb
{
    private const string StandardOutput = "-";

    public static int Run(Surroundings surroundings, ParsedArguments arguments)
    {
        string? json = arguments.Value(VerbTable.Json), jsonFile = json == StandardOutput ? null : json, report = arguments.Value(VerbTable.Report);
        using RecordingInput input = new(arguments.Arguments[0]);
        input.RequireOther(VerbTable.Json, jsonFile);
        input.RequireOther(VerbTable.Report, report);
        using OutputFiles files = new(jsonFile, null, report);
        IncidentStory story = IncidentStory.Of(input.File) ?? throw input.Refused(RecordingErrors.Nothing, "no cycle of it can be read");
        IncidentView view = new(input.File, story);
        FindingList.Print(surroundings.Error, input.Losses);
        surroundings.Interrupted.ThrowIfCancellationRequested();
        files.Commit(json is null ? "" : IncidentJson.Write(view), report is null ? null : IncidentPage.Write(view));
        if (json == StandardOutput) surroundings.Output.Write(IncidentJson.Write(view));
        else if (!arguments.Has(VerbTable.Quiet)) IncidentText.Print(surroundings.Output, view);
        if (report is not null && !arguments.Has(VerbTable.Quiet)) surroundings.Error.WriteLine($"report: {Path.GetFullPath(report)}");
        return input.File.Damages.Count > 0 ? ExitCode.Refused : ExitCode.Good;
    }
}
