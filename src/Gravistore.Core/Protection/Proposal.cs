namespace Gravistore.Core.Protection;

/// <summary>The most restrictive of what the protections of one scope ask for in one cycle, with the value that crossed its limit.</summary>
/// <param name="recorder">Is told of every single one; null = nobody.</param>
/// <param name="hoist">Hoist number from 0, or -1 for the plant.</param>
public struct Proposal(ProposalRecorder? recorder, int hoist)
{
    public Reaction Reaction;
    public int Cause;
    public double Value;
    public double Limit;

    /// <summary>Keeps the more restrictive of two; of equals the first.</summary>
    public void Take(Reaction reaction, int cause, double value, double limit)
    {
        recorder?.Add(hoist, reaction, cause, value, limit);
        if (reaction <= Reaction) return;
        Reaction = reaction;
        Cause = cause;
        Value = value;
        Limit = limit;
    }
}
