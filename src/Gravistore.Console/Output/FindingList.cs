using Gravistore.Json;

namespace Gravistore.Console.Output;

/// <summary>What is wrong with what was read, one line each.</summary>
internal static class FindingList
{
    /// <summary>Prints all findings that are kept, and how many more there were.</summary>
    public static void Print(TextWriter output, IReadOnlyList<Finding> findings)
    {
        foreach (Finding finding in findings) output.WriteLine(finding);
        if (findings is Findings { LeftOut: > 0 } many) output.WriteLine($"and {many.LeftOut} more");
    }
}
