namespace Gravistore.Protocol;

/// <summary>Bounds of everything that crosses the socket, the same on both sides.</summary>
public static class ProtocolLimits
{
    /// <summary>Version of the contract; both sides must name the same.</summary>
    public const int Version = 1;
    /// <summary>Largest payload of a request [bytes]; requests are small, and whoever sends more is no client.</summary>
    public const int MaxRequestBytes = 4096;
    /// <summary>Largest payload of a notice [bytes]: a snapshot of 64 hoists with 200 links fits several times.</summary>
    public const int MaxNoticeBytes = 1 << 18;
    /// <summary>Characters of a name or a verb.</summary>
    public const int MaxNameLength = 64;
    /// <summary>Shortest and longest interval between snapshots [ms].</summary>
    public const int MinSnapshotMs = 10, MaxSnapshotMs = 60_000;
    /// <summary>How long a set point may hold, and how long it holds when nothing is said [s].</summary>
    public const int MaxHoldS = 7200, DefaultHoldS = 900;
    /// <summary>Largest power that a request may name [W]; the plant limits it further.</summary>
    public const double MaxPowerW = 1e9;
    /// <summary>Most hoists that a request may name.</summary>
    public const int MaxHoists = 64;
}
