using Gravistore.Console.CommandLine;

namespace Gravistore.Console.Verbs;

/// <summary>All verbs, declared once: the parser reads them, the help text shows them.</summary>
public static class VerbTable
{
    internal const string Seed = "--seed", Plant = "--plant", Sim = "--sim", Set = "--set", Json = "--json", Csv = "--csv", TraceEvery = "--trace-every", Report = "--report", NoReport = "--no-report", ToleranceName = "--tolerance", Quiet = "--quiet", Cells = "--cells", Variant = "--variant", Speed = "--speed", Record = "--record", Incidents = "--incidents", Do = "--do", From = "--from", Until = "--until", Truth = "--truth", WhatIfPlant = "--whatif-plant", Man = "--man", Completion = "--completion";
    internal const string DemoScenario = "full-cycle", DemoReport = "gravistore-demo.html";
    private const int AnyNumber = 200;

    private static readonly Option SeedOption = new(Seed, "N", "seed of all chance in the run (1)");
    private static readonly Option JsonOption = new(Json, "FILE|-", "write the result as one JSON object; - = standard output");
    private static readonly Option CsvOption = new(Csv, "FILE", "write the run as a table");
    private static readonly Option ReportOption = new(Report, "FILE", "write a report for the browser and the printer: one HTML file");
    private static readonly Option TraceOption = new(TraceEvery, "DURATION", "interval of the table's rows, such as 10ms, 100ms, 1s (1s)");
    private static readonly Option BenchPlantOption = new(Plant, "FILE", "a plant under config/plants or a file (the reference plant, for which the bounds are meant)");
    private static readonly Option RecordOption = new(Record, "FILE", "record every cycle, input and result, for \"gravistore replay\"");
    private static readonly Option TruthOption = new(Truth, "", "record beside it what is true of the plant, and the files the run is made from, for \"gravistore replay --whatif-plant\"");
    private static readonly Option IncidentsOption = new(Incidents, "FOLDER", "record what happens around each trip, a minute before to half a minute after, as a file in this folder");
    private static readonly Option SpeedOption = new(Speed, "N", "run at most N times as fast as real time, so that one can watch it (as fast as it goes)");
    private static readonly Option QuietOption = new(Quiet, "", "print nothing but errors");

    /// <summary>All verbs in the order of the help text.</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [
        new("demo", "", "Charges and discharges the 530 m shaft once, and shows what happened", 0, 0,
            [
                SeedOption,
                ReportOption with { Description = $"write the report to this file ({DemoReport} in the working folder; none with {Quiet} alone)" },
                new(NoReport, "", "write no report"),
                JsonOption, CsvOption, TraceOption, RecordOption, TruthOption, IncidentsOption, SpeedOption, QuietOption,
            ], DryRunVerb.Demo),
        new("dryrun", "SCENARIO", "Runs controller and simulated plant through a scenario: a name under config/scenarios or a file", 1, 1,
            [
                new(Plant, "FILE", "run another plant than the scenario's: a name under config/plants or a file"),
                new(Sim, "FILE", "take the true plant from this file instead of the .sim.json beside the plant"),
                SeedOption,
                new(Set, "PATH=VALUE", "set a value; PATH begins with scenario., plant. or sim.; may be repeated") { Repeatable = true },
                ReportOption, JsonOption, CsvOption, TraceOption, RecordOption, TruthOption, IncidentsOption, SpeedOption, QuietOption,
            ], DryRunVerb.Run),
        new("compare", "A.json B.json", "Sets two results of dry runs side by side and marks the figures that moved", 2, 2,
            [
                new(ToleranceName, "X", "how far a figure may move: a share of the larger value such as 0.001 or 0.1% (0)"),
                new(Json, "FILE|-", "write the comparison as one JSON object; - = standard output"),
                QuietOption,
            ], CompareVerb.Run),
        new("config check", "FILE...", "Checks plants, true plants, devices and scenarios; reports every error of a file at once", 1, AnyNumber, [], ConfigVerbs.Check),
        new("config schema", "NAME", "Prints the JSON schema of a kind of file", 1, 1, [], ConfigVerbs.Schema),
        new("config drawing", "FILE", "Draws a wiring file as SVG: every line, board and signal", 1, 1, [], ConfigVerbs.Drawing),
        new("bench power-step", "", "Steps the power of an armed plant in every direction, charge, spread and case, and holds each answer against its bounds", 0, 0,
            [
                BenchPlantOption, SeedOption, JsonOption,
                new(Cells, "FILTER", "run some cells: words of their names with commas between, such as lower,90,nominal"),
                new(Variant, "cells|seeds", "seeds: in each cell the worst of 20 draws of allowed depths (cells)"),
                QuietOption,
            ], BenchVerbs.PowerStep),
        new("bench efficiency", "", "Runs full cycles at several powers and holds each round trip against the best possible dispatch of the plant", 0, 0,
            [BenchPlantOption, SeedOption, JsonOption, QuietOption], BenchVerbs.Efficiency),
        new("replay", "FILE...", "Runs the controller on recorded inputs and compares every output, event and state hash with the recording", 1, AnyNumber,
            [
                new(From, "TIME", "begin at the last snapshot before this time of the recording, such as 90s or 12min; with --set: change from this time on (0s)"),
                new(Until, "TIME", "end at this time of the recording (its end)"),
                new(Set, "PATH=VALUE", "what if: another parameter, such as motion.maxSpeedMps=0.5, on the recorded inputs; tells which outputs differ; may be repeated") { Repeatable = true },
                new(WhatIfPlant, "", "with --set: make the recorded dry run again and let plant and controller run on together from the change; needs a recording with --truth"),
                ReportOption with { Description = "with --set: draw the recorded outputs, the others and their difference as one HTML file" },
                JsonOption, QuietOption,
            ], ReplayVerb.Run),
        new("incident", "FILE", "Tells the story of a recording: trips with first-out, timeline, reactions with their causes, values and their limits", 1, 1,
            [ReportOption, JsonOption, QuietOption], IncidentVerb.Run),
        new("step", "FILE", "Steps through the cycles of a recording, forward and backward; commands are read from standard input, \"help\" among them tells which", 1, 1,
            [new(Do, "COMMAND", "do this instead of reading commands; may be repeated") { Repeatable = true }], StepVerb.Run),
        .. Operator.OperatorVerbTable.All,
        new("version", "", "Prints the versions of the program, the runtime and the packages in use", 0, 0, [new(Json, "", "print one JSON object")], VersionVerb.Run),
        new("help", "[VERB]", "Explains the verbs, or one of them", 0, 2,
            [
                new(Man, "", "print the manual page instead, of gravistore or of the program named in place of a verb: gravistored, gravistore-sim"),
                new(Completion, "", "print what bash needs to complete this program's command lines"),
            ], HelpVerb.Run),
    ];
}
