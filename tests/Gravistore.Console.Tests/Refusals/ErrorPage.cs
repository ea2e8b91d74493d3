using System.Text;
using Gravistore.DryRun;
using Gravistore.Json;

namespace Gravistore.Console.Tests.Refusals;

/// <summary>Writes docs/errors.md from the declarations, and from what the program prints for a bad input of each number.</summary>
internal static class ErrorPage
{
    private const string Beginning = """
        # Errors

        Every message of Gravistore about something that a person wrote has the same parts:

            FILE:LINE:COLUMN: error NUMBER at PATH: what is wrong; allowed: what would be right; what to do

        FILE is the file as it was named, or the override (`--set plant.rope.count=3`) that the value came from; PATH is the key within it, such as
        `rope.count` or `steps[2].powerKW`. A message about the command line begins with `gravistore: error NUMBER`. Errors of a file are reported
        all at once, as far as one does not hide the next: a text that is no JSON has no keys, and values are held against each other when each of
        them is sound.

        An **error** refuses: nothing is run or written, and the exit code is 2 (command line) or 3 (files). A **warning** is told and the work goes on; it changes no exit
        code. Numbers are never reused. The exit codes are in the [README](../README.md).

        This page is written from the declarations in the code: `GRAVISTORE_UPDATE_GOLDEN=1 dotnet test tests/Gravistore.Console.Tests` writes it
        anew, and a test fails while it is stale. Below each table stands what the program prints for one bad input of each number.

        """;

    /// <summary>The page.</summary>
    /// <param name="groups">All numbers.</param>
    /// <param name="examples">For a number a bad input and what it prints.</param>
    public static string Write(IReadOnlyList<ErrorGroup> groups, IReadOnlyDictionary<string, (Refusal Refusal, string Error)> examples)
    {
        StringBuilder page = new(Beginning);
        foreach (ErrorGroup group in groups) Group(page, group, examples);
        return page.ToString();
    }

    private static void Group(StringBuilder page, ErrorGroup group, IReadOnlyDictionary<string, (Refusal Refusal, string Error)> examples)
    {
        page.Append($"\n## {group.Title}\n\n{group.Description}\n\n| number | what | cause | cure |\n|---|---|---|---|\n");
        foreach (ErrorInfo info in group.Errors)
            page.Append($"| {info.Code}{(info.Severity == FindingSeverity.Warning ? " (warning)" : "")} | {Cell(info.Title)} | {Cell(info.Cause)} | {Cell(info.Cure)} |\n");
        page.Append("\n```text\n");
        foreach (ErrorInfo info in group.Errors)
            if (examples.TryGetValue(info.Code, out (Refusal Refusal, string Error) example)) Example(page, example.Refusal, example.Error);
        page.Length--;
        page.Append("```\n");
    }

    private static void Example(StringBuilder page, Refusal refusal, string error)
    {
        foreach (string change in refusal.Story) page.Append($"# {change}\n");
        page.Append($"$ gravistore {refusal.Command}".TrimEnd() + $"\n{error.TrimEnd()}\n\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|");
}
