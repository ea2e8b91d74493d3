using System.Runtime.InteropServices;

namespace Gravistore.Recording.Channels;

/// <summary>What a cycle has besides its images and outputs.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct CycleHead
{
    /// <summary>Monotonic time of the cycle [ns].</summary>
    public long NowNs;
    /// <summary>Hash chained over every cycle up to this one.</summary>
    public ulong StateHash;
    public int CommandCount;
    public int EventCount;
    public int EventsLost;
    public int ProposalCount;
    public int ProposalsLost;
    private int _reserved;
}
