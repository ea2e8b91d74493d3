namespace Gravistore.Json;

/// <summary>Declaration of one error number: what it means and what usually helps. Every project declares its own in one place.</summary>
/// <param name="Code">Number, never reused, such as GS-J020.</param>
/// <param name="Title">Short name.</param>
/// <param name="Cause">What has happened, one sentence.</param>
/// <param name="Cure">What to do, one clause; used where a finding has nothing better to say.</param>
public sealed record ErrorInfo(string Code, string Title, string Cause, string Cure)
{
    /// <summary>An error refuses what was given; a warning is told, and the work goes on.</summary>
    public FindingSeverity Severity { get; init; } = FindingSeverity.Error;
}
