namespace Gravistore.FirmwareSim.Plant;

/// <summary>The shaft along one guide compartment. All depths are weight depths [m].</summary>
public sealed record ShaftTruth
{
    public required double DepthM { get; init; }
    public required double UpperLandingDepthM { get; init; }
    public required double LowerLandingDepthM { get; init; }
    /// <summary>From a landing to the ultimate limit switch beyond it, which the weight itself strikes [m].</summary>
    public required double OvertravelM { get; init; }
    /// <summary>Depths of the shaft magnets, ascending [m].</summary>
    public required IReadOnlyList<double> MagnetDepthsM { get; init; }
    /// <summary>From the lower landing down to the buffer that the weight would stand on [m].</summary>
    public required double ContactBelowM { get; init; }
    /// <summary>Stiffness of that buffer [N/m].</summary>
    public required double ContactStiffnessNPerM { get; init; }
    /// <summary>Speed after an impact on the buffer over the speed before it, 0.01 to 0.95.</summary>
    public required double ContactRestitution { get; init; }
}
