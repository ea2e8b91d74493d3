namespace Gravistore.Core.Protection;

/// <summary>What one protection asks for in one cycle, with the value that crossed its limit.</summary>
public struct Proposal
{
    public Reaction Reaction;
    public int Cause;
    public double Value;
    public double Limit;

    /// <summary>Keeps the more restrictive of two; of equals the first.</summary>
    public void Take(Reaction reaction, int cause, double value, double limit)
    {
        if (reaction <= Reaction) return;
        Reaction = reaction;
        Cause = cause;
        Value = value;
        Limit = limit;
    }
}
