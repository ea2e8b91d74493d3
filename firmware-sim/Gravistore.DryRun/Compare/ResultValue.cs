namespace Gravistore.DryRun.Compare;

/// <summary>A value of a result file: a number, a text, or neither where the run has no such value.</summary>
public readonly record struct ResultValue(double? Number, string? Text)
{
    /// <summary>There is nothing.</summary>
    public static ResultValue None => default;
}
