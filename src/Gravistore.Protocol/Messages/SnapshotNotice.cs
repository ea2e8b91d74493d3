namespace Gravistore.Protocol.Messages;

/// <summary>The plant in one cycle, as the controller sees it.</summary>
public sealed record SnapshotNotice : Notice
{
    /// <summary>Cycle since the controller started, and its monotonic time [ns].</summary>
    public required long Cycle { get; init; }
    public required long TimeNs { get; init; }
    /// <summary>Mode of the plant in camelCase, such as parked or running.</summary>
    public required string Mode { get; init; }
    /// <summary>Reaction in force and the event name of its cause; cause empty when there is none.</summary>
    public required string Verdict { get; init; }
    public required string VerdictCause { get; init; }
    /// <summary>Event name of the first cause since the last reset; empty when there is none.</summary>
    public required string FirstOut { get; init; }
    /// <summary>Power asked for, power that the references should give, and power at the grid meter, export positive [W].</summary>
    public required double SetPointW { get; init; }
    public required double ExpectedW { get; init; }
    public required double GridPowerW { get; init; }
    /// <summary>Grid frequency [Hz].</summary>
    public required double FrequencyHz { get; init; }
    /// <summary>Time until the set point ends [s]; 0 when none holds.</summary>
    public required double HoldLeftS { get; init; }
    /// <summary>State of charge, 0 to 1, and potential energy above the lower landings [J].</summary>
    public required double StateOfCharge { get; init; }
    public required double PotentialEnergyJ { get; init; }
    /// <summary>Signals of the plant's module: chain closed, emergency stop, reset key.</summary>
    public required bool ChainClosed { get; init; }
    public required bool EmergencyStop { get; init; }
    /// <summary>The controller's state hash of this cycle, 16 hexadecimal digits.</summary>
    public required string StateHash { get; init; }
    public required IReadOnlyList<HoistPart> Hoists { get; init; }
    public required CyclePart CycleTimes { get; init; }
    public required IReadOnlyList<LinkPart> Links { get; init; }
    /// <summary>Snapshots that this client has missed so far because it read too slowly.</summary>
    public required long SnapshotsLost { get; init; }
}

/// <summary>One hoist.</summary>
/// <param name="Mode">Its mode in camelCase.</param>
/// <param name="DepthM">Weight depth [m].</param>
/// <param name="SpeedMps">Speed at the drum, lowering positive [m/s].</param>
/// <param name="RopeForceN">Rope force [N].</param>
/// <param name="BrakesSet">Both brake channels report set.</param>
/// <param name="DriveAgeMs">Age of the drive's image [ms]; at most a day is told.</param>
/// <param name="Verdict">Reaction in force.</param>
/// <param name="VerdictCause">Event name of its cause; empty when there is none.</param>
public sealed record HoistPart(string Mode, double DepthM, double SpeedMps, double RopeForceN, bool BrakesSet, double DriveAgeMs, string Verdict, string VerdictCause);

/// <summary>Times of the real-time loop since it started.</summary>
/// <param name="Slips">Deadlines that were missed.</param>
/// <param name="P50Us">Half of the wake-ups came no later than this [us], and so on.</param>
/// <param name="P99Us">See <paramref name="P50Us"/>.</param>
/// <param name="P999Us">See <paramref name="P50Us"/>.</param>
/// <param name="MaxUs">Latest wake-up [us].</param>
/// <param name="WorkP99Us">99 % of the cycles worked no longer than this [us].</param>
/// <param name="WorkMaxUs">Longest work of a cycle [us].</param>
public sealed record CyclePart(long Slips, double P50Us, double P99Us, double P999Us, double MaxUs, double WorkP99Us, double WorkMaxUs);

/// <summary>One field link.</summary>
/// <param name="Name">Its name.</param>
/// <param name="RoundTripsPerSecond">Requests answered a second.</param>
/// <param name="P50Us">Half of the answers came within this time [us].</param>
/// <param name="P99Us">99 % of the answers came within this time [us].</param>
/// <param name="Timeouts">Requests that were not answered in time.</param>
/// <param name="Reconnects">Connections made after the first.</param>
public sealed record LinkPart(string Name, double RoundTripsPerSecond, double P50Us, double P99Us, long Timeouts, long Reconnects);
