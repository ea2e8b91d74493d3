namespace Gravistore.Drivers;

/// <summary>One thing wrong with the field.</summary>
/// <param name="Error">Its number.</param>
/// <param name="Where">The device and its address.</param>
/// <param name="What">What was found.</param>
/// <param name="Allowed">What would be right; may be empty.</param>
public sealed record FieldFinding(FieldErrorInfo Error, string Where, string What, string Allowed)
{
    /// <summary>One line: where: error CODE: what; allowed: ...; cure.</summary>
    public override string ToString() => $"{Where}: error {Error.Code}: {What}{(Allowed.Length > 0 ? "; allowed: " + Allowed : "")}; {Error.Cure}";
}

/// <summary>The field is not what plant file and links file say: no motion is possible. Every finding is named, a line each.</summary>
public sealed class FieldException(IReadOnlyList<FieldFinding> findings) : Exception(string.Join('\n', findings))
{
    public IReadOnlyList<FieldFinding> Findings { get; } = findings;
}
