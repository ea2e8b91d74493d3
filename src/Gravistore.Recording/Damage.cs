namespace Gravistore.Recording;

/// <summary>A part of a recording that cannot be read.</summary>
/// <param name="Offset">Where it begins in the file [bytes].</param>
/// <param name="Length">How much is left out [bytes].</param>
/// <param name="What">What is wrong, one clause.</param>
public sealed record Damage(long Offset, long Length, string What)
{
    public override string ToString() => FormattableString.Invariant($"at byte {Offset}: {What}; {Length} bytes left out");
}
