namespace Gravistore.Core.Power;

/// <summary>What the allocator wants of a hoist.</summary>
public enum HoistDuty : int
{
    /// <summary>Not needed: stop, then close the brake.</summary>
    Idle = 0,
    /// <summary>Shares the power.</summary>
    Active = 1,
    /// <summary>Shares the power while it nears the end of its travel; another one takes over.</summary>
    Retiring = 2,
}
