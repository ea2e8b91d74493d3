using Gravistore.DryRun.Scenarios;
using Gravistore.Json;

namespace Gravistore.DryRun.Results;

/// <summary>Compares a result's figures with what a scenario asserts of them.</summary>
internal static class AssertionCheck
{
    /// <summary>What became of an assertion about a figure; a figure without a value fails.</summary>
    public static AssertionOutcome Of(Assertion assertion, DryRunResult result)
    {
        Figure figure = FigureCatalog.Find(assertion.Figure!) ?? throw new ArgumentException($"no figure is named {assertion.Figure}", nameof(assertion));
        double? value = figure.Value(result);
        bool passed = value is { } v && !(v < assertion.Min) && !(v > assertion.Max);
        return new AssertionOutcome($"{figure.Name} {Range(assertion, figure.Unit)}", value, passed);
    }

    private static string Range(Assertion assertion, string unit) => (assertion.Min, assertion.Max) switch
    {
        ({ } min, { } max) => min == max ? $"= {JsonText.Number(min, unit)}" : $"from {JsonText.Number(min)} to {JsonText.Number(max, unit)}",
        ({ } min, null) => $"at least {JsonText.Number(min, unit)}",
        (null, { } max) => $"at most {JsonText.Number(max, unit)}",
        _ => "",
    };
}
