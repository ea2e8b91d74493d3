namespace Gravistore.Runtime;

/// <summary>What Linux granted of real time.</summary>
/// <param name="Missing">What it did not, each with what to change; empty = everything was granted.</param>
/// <param name="Processor">Processor that the loop is bound to; -1 = none.</param>
public sealed record RealTimeGrant(IReadOnlyList<string> Missing, int Processor)
{
    /// <summary>Everything was granted.</summary>
    public bool IsWhole => Missing.Count == 0;
}
