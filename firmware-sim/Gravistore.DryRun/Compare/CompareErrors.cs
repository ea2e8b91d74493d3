using Gravistore.Json;

namespace Gravistore.DryRun.Compare;

/// <summary>The error numbers of result files.</summary>
public static class CompareErrors
{
    public static readonly ErrorInfo NoResult = new("GS-R001", "no result of a dry run", "The file is JSON, but not what a dry run writes.", "write one with: gravistore dryrun SCENARIO --json FILE");

    /// <summary>All of them, in ascending order.</summary>
    public static IReadOnlyList<ErrorInfo> All { get; } = [NoResult];
}
