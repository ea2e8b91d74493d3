using Gravistore.Core.Images;

namespace Gravistore.Core.Protection;

/// <summary>Writes what the protections ask for into the running cycle's result; what does not fit is counted, never grown.</summary>
public sealed class ProposalRecorder
{
    private CycleResult? _result;

    /// <summary>Begins a cycle.</summary>
    public void Begin(CycleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _result = result;
        result.ProposalCount = 0;
        result.ProposalsLost = 0;
    }

    /// <summary>Adds one proposal; <paramref name="hoist"/> is -1 for the plant.</summary>
    public void Add(int hoist, Reaction reaction, int cause, double value, double limit)
    {
        CycleResult? result = _result;
        if (result is null) return;
        if (result.ProposalCount == result.Proposals.Length)
        {
            result.ProposalsLost++;
            return;
        }
        result.Proposals[result.ProposalCount++] = new ProtectionProposal { Hoist = hoist, Reaction = reaction, Number = cause, Value = value, Limit = limit };
    }
}
