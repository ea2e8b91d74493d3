namespace Gravistore.Json;

/// <summary>What a person gave cannot be used; the findings say why. Nothing has been written.</summary>
public sealed class RefusedException(IReadOnlyList<Finding> findings) : Exception(string.Join(Environment.NewLine, findings))
{
    /// <summary>All findings, warnings included.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
