using Gravistore.Config;
using Gravistore.Console.Operator;
using Gravistore.Console.Recordings;
using Gravistore.DryRun;
using Gravistore.DryRun.Compare;
using Gravistore.Json;

namespace Gravistore.Console.Tests.Refusals;

/// <summary>Every declared error is met with a bad input, and its whole message is compared; docs/errors.md says what the code declares and prints.</summary>
public sealed class RefusalTests
{
    private static readonly Refusal[] All =
        [.. FileRefusals.Config, .. FileRefusals.Simulated, .. FileRefusals.Json, .. RunRefusals.Scenarios, .. RunRefusals.Series, .. RunRefusals.Results, .. RecordingRefusals.All, .. RunRefusals.Usage];

    /// <summary>Declared for callers of the library; the program gives GS-U014 in its place.</summary>
    private static readonly string[] OfTheLibraryAlone = [ConfigErrors.UnknownSchema.Code];

    /// <summary>They need a controller that answers, or processes: Operator/OperatorTests and Operator/ProcessTests.</summary>
    private static readonly string[] OfRunningControllers = [OperationErrors.Refused.Code, OperationErrors.Contract.Code, OperationErrors.ProgramMissing.Code, OperationErrors.ProcessEnded.Code];

    private static readonly Lazy<(Refusal Refusal, int ExitCode, string Error)[]> Runs = new(() => [.. All.Select(r => (r, r.Run())).Select(r => (r.r, r.Item2.ExitCode, r.Item2.Error))]);

    private static IEnumerable<ErrorInfo> Declared => UsageErrors.Catalog.SelectMany(g => g.Errors);

    [Fact]
    public void Every_declared_error_has_a_bad_input() =>
        Assert.Equal(Declared.Select(e => e.Code).Except(OfTheLibraryAlone).Except(OfRunningControllers).Order(), All.Select(r => r.Code).Order());

    [Fact]
    public void A_number_is_declared_once() => Assert.Empty(Declared.GroupBy(e => e.Code).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_list_of_errors_is_whole_and_ascending()
    {
        foreach (ErrorGroup group in UsageErrors.Catalog) Assert.Equal(group.Errors.OrderBy(e => e.Code, StringComparer.Ordinal), group.Errors);
        foreach (Type table in (Type[])[typeof(UsageErrors), typeof(JsonErrors), typeof(ConfigErrors), typeof(CompareErrors), typeof(RecordingErrors)])
            Assert.Equal(table.GetFields().Select(f => f.GetValue(null)).OfType<ErrorInfo>().OrderBy(e => e.Code), ((IEnumerable<ErrorInfo>)table.GetProperty("All")!.GetValue(null)!).OrderBy(e => e.Code));
    }

    [Fact]
    public void Each_bad_input_is_met_with_its_own_number_as_severe_as_declared()
    {
        foreach ((Refusal refusal, _, string error) in Runs.Value)
        {
            string severity = Declared.First(e => e.Code == refusal.Code).Severity == FindingSeverity.Error ? "error" : "warning";
            Assert.True(error.Contains($"{severity} {refusal.Code}", StringComparison.Ordinal), $"{refusal.Code}: {refusal.Command} says: {error}");
        }
    }

    [Fact]
    public void Exit_codes_tell_usage_from_files_from_warnings_from_faults()
    {
        foreach ((Refusal refusal, int exitCode, string error) in Runs.Value)
            Assert.True(Expected(refusal) == exitCode, $"{refusal.Code}: {refusal.Command} ends with {exitCode}: {error}");
    }

    [Fact]
    public void No_message_shows_a_stack_trace_or_a_temporary_name()
    {
        foreach ((Refusal refusal, _, string error) in Runs.Value)
        {
            Assert.DoesNotContain("   at ", error);
            Assert.DoesNotContain(".tmp", error);
            Assert.All(error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.True(line.Length < 1000, $"{refusal.Code}: {line}"));
        }
    }

    [Fact]
    public void The_page_says_what_the_code_declares_and_prints() =>
        Golden.CheckFile(Path.Combine(ConsoleRig.Root, "docs", "errors.md"), ErrorPage.Write(UsageErrors.Catalog, Runs.Value.ToDictionary(r => r.Refusal.Code, r => (r.Refusal, r.Error))));

    [Fact]
    public void A_schema_that_the_library_does_not_know_is_refused_with_its_number()
    {
        RefusedException refused = Assert.Throws<RefusedException>(() => ConfigSchemas.Write("plnt"));
        Assert.Equal("plnt: error GS-C002: unknown schema 'plnt'; allowed: plant, drive, meter, brake-unit, hoist-io, plant-io, links, wiring; did you mean 'plant'?", refused.Message);
    }

    private static int Expected(Refusal refusal) => refusal.Code switch
    {
        "GS-U016" or "GS-U017" => ExitCode.InternalFault,
        "GS-C003" or "GS-J031" or "GS-J032" => ExitCode.WrongUsage,
        _ when refusal.Code.StartsWith("GS-U", StringComparison.Ordinal) => ExitCode.WrongUsage,
        // Damage is told as a warning and the sound part is used, but a script must not take it for a whole recording.
        "GS-B002" => ExitCode.Refused,
        _ when Declared.First(e => e.Code == refusal.Code).Severity == FindingSeverity.Warning => ExitCode.Good,
        _ => ExitCode.Refused,
    };
}
