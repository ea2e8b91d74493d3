namespace Gravistore.Protocol.Messages;

/// <summary>Verbs of a <see cref="CommandRequest"/>.</summary>
public static class CommandVerb
{
    /// <summary>Prove torque, open the brakes, hold on the motors.</summary>
    public const string Arm = "arm";
    /// <summary>Net power at the grid meter.</summary>
    public const string Power = "power";
    /// <summary>Controlled stop at once, then brakes.</summary>
    public const string Stop = "stop";
    /// <summary>Brakes now, graded by the brake units; latches.</summary>
    public const string BrakeStop = "brake-stop";
    /// <summary>Stop, brakes where the weights are.</summary>
    public const string Park = "park";
    /// <summary>Stop, drive every weight to its nearest landing, brakes.</summary>
    public const string ParkAtLanding = "park-at-landing";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Arm, Power, Stop, BrakeStop, Park, ParkAtLanding];
}
