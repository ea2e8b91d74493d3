namespace Gravistore.Console.Tests.Refusals;

/// <summary>Bad scenarios, series and command lines.</summary>
internal static class RunRefusals
{
    private const string Step = "config/scenarios/step-charge.json", Cycle = "config/scenarios/full-cycle.json", Hour = "config/scenarios/frequency-hour.json", Trace = "config/scenarios/mine.csv";
    private const string CheckStep = $"config check {Step}", CheckHour = $"config check {Hour}";
    private const string Arm = "{ \"label\": \"arm\", \"action\": \"arm\" }", Park = "\"afterS\": 61, \"action\": \"park\"", Start = "\"stateOfChargePercent\": 50, \"spreadM\": 100";
    private const int ManyColumns = 2000;

    /// <summary>Steps, conditions and assertions.</summary>
    public static IEnumerable<Refusal> Scenarios =>
    [
        OfStep("GS-S001", Start, "\"stateOfChargePercent\": 50, \"landing\": \"upperLanding\""),
        OfStep("GS-S002", Park, Park + ", \"powerKW\": 0"),
        OfStep("GS-S003", ", \"powerKW\": -2000", ""),
        OfStep("GS-S004", Park, "\"atS\": 90, \"action\": \"wait\" },\n    { \"atS\": 80, \"action\": \"park\""),
        OfStep("GS-S005", Park, "\"afterS\": 300, \"action\": \"park\""),
        OfStep("GS-S006", Arm + ",\n", ""),
        OfStep("GS-S007", Arm, Arm + ",\n    { \"label\": \"arm again\", \"action\": \"arm\" }"),
        OfStep("GS-S008", Arm, "{ \"when\": { \"mode\": \"armed\" }, \"action\": \"wait\" },\n    " + Arm),
        OfStep("GS-S009", "\"action\": \"setPower\", \"powerKW\": -2000", "\"action\": \"follow\""),
        new Refusal("GS-S010", CheckHour).Edit(Hour, "\"action\": \"follow\"", "\"action\": \"setPower\", \"powerKW\": 300").Edit(Hour, "\"when\": { \"traceEnded\": true }", "\"afterS\": 60").Edit(Hour, ", \"timeoutS\": 100000", "").Edit(Hour, "../traces/nordic-hour.csv", "mine.csv").File(Trace, "t_s,f_hz\n0,50\n1,50\n"),
        OfStep("GS-S011", "\"figure\": \"trips\", \"max\": 0", "\"figure\": \"trips\", \"min\": 1, \"max\": 0"),
        OfStep("GS-S012", "\"figure\": \"trips\"", "\"figure\": \"trip\""),
        OfStep("GS-S013", "{ \"figure\": \"trips\", \"max\": 0 }", "{ \"power\": { \"minKW\": 1, \"maxKW\": 2, \"duringStep\": \"stepp\" } }"),
        OfStep("GS-S014", "\"powerKW\": -2000", "\"powerKW\": -2500"),
        OfStep("GS-S015", Start, "\"weightDepthsM\": [100, 200, 300]"),
        OfStep("GS-S016", Start, "\"weightDepthsM\": [10, 100, 100, 100, 100, 100, 100, 100]"),
        OfStep("GS-S017", "\"label\": \"park\"", "\"label\": \"arm\""),
        new("GS-S018", "dryrun full-cycle --sim config/plants/leith.sim.json"),
        OfStep("GS-S019", "\"plant\": \"pyhasalmi\"", "\"plant\": \"phyasalmi\""),
    ];

    /// <summary>CSV files.</summary>
    public static IEnumerable<Refusal> Series =>
    [
        new("GS-T001", "dryrun frequency-hour --set scenario.trace.file=no-such.csv"),
        new("GS-T002", "dryrun frequency-hour --set scenario.trace.file=/proc/self/mem"),
        OfTrace("GS-T003", string.Join(',', Enumerable.Range(0, ManyColumns).Select(i => $"c{i}")) + "\n"),
        OfTrace("GS-T004", "0,50.01\n1,50.02\n"),
        OfTrace("GS-T005", "t_s,frequency_hz\n0,50.01\n1,50.02\n"),
        OfTrace("GS-T006", "t_s,f_hz,f_hz\n0,50.01,50\n1,50.02,50\n"),
        OfTrace("GS-T007", "t_s,f_hz\n0,50.01\n1,50,02\n"),
        OfTrace("GS-T008", "t_s,f_hz\n0,\"50.01\n1,50.02\n"),
        OfTrace("GS-T009", "t_s;f_hz\n0;50,01\n1;50,02\n"),
        OfTrace("GS-T010", "t_s,f_hz\n0,50.01\n1,0.02\n"),
        OfTrace("GS-T011", "t_s,f_hz\n0,50.01\n2,50.01\n1,50.02\n"),
        OfTrace("GS-T012", "t_s,f_hz\n0,50.01\n"),
        new Refusal("GS-T013", $"dryrun {Hour}").Edit(Hour, "../traces/nordic-hour.csv", "mine.csv").File(Trace, [.. "t_s,f_hz\n"u8, 0xFF, 0xFE]),
    ];

    /// <summary>Results that are compared.</summary>
    public static IEnumerable<Refusal> Results =>
    [
        new Refusal("GS-R001", "compare config/run.json config/plants/leith.json")
            .File("config/run.json", "{ \"scenario\": \"idle\", \"plant\": \"leith\", \"seed\": 1, \"stateHash\": \"0\", \"energy\": {}, \"assertions\": [] }"),
    ];

    /// <summary>The command line and the program itself.</summary>
    public static IEnumerable<Refusal> Usage =>
    [
        new("GS-O001", "status --socket config/no-controller.sock"),
        new Refusal("GS-O006", "dryrun full-cycle").Without("config/links"),
        new("GS-U001", ""),
        new("GS-U002", "dyrun full-cycle"),
        new("GS-U003", "dryrun full-cycle --sed 3"),
        new("GS-U004", "dryrun full-cycle --json --quiet"),
        new("GS-U005", "dryrun full-cycle --quiet=yes"),
        new("GS-U006", "dryrun full-cycle --seed 1 --seed 2"),
        new("GS-U007", "dryrun full-cycle step-charge"),
        new("GS-U008", "dryrun"),
        new("GS-U009", "dryrun full-cycle --speed fast"),
        new("GS-U010", "dryrun full-cycle --trace-every 100ms"),
        new("GS-U011", "dryrun full-cycle --json config/results/run.json"),
        new("GS-U012", "dryrun full-cycle --json config/run --csv config/run"),
        new("GS-U013", "dryrun full-cycle") { HasRoot = false },
        new("GS-U014", "dryrun ful-cycle"),
        new("GS-U015", "bench power-step --cells lower,90,nominl"),
        new("GS-U016", "version") { Output = () => new FailingWriter(new IOException("No space left on device")) },
        new("GS-U017", "version") { Output = () => new FailingWriter(new InvalidOperationException("the table is empty")) },
    ];

    private static Refusal OfStep(string code, string from, string to) => new Refusal(code, CheckStep).Edit(Step, from, to);

    private static Refusal OfTrace(string code, string text) => new Refusal(code, $"dryrun {Hour}").Edit(Hour, "../traces/nordic-hour.csv", "mine.csv").File(Trace, text);

    private sealed class FailingWriter(Exception failure) : StringWriter
    {
        public override void WriteLine(string? value) => throw failure;
    }
}
