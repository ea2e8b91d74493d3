using System.Runtime.CompilerServices;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Motion;

/// <summary>
/// The speed above which a weight could no longer be stopped by its brakes before the end of its overtravel,
/// even if its torque were lost during the reaction time; docs/control.md, "Envelope".
/// </summary>
public sealed class RetardationEnvelope
{
    private readonly double _loss;
    private readonly double _square;
    private readonly double _retardationMps2;

    public RetardationEnvelope(ProtectionParameters protection)
    {
        ArgumentNullException.ThrowIfNull(protection);
        double ab = protection.EnvelopeRetardationMps2, af = protection.EnvelopeFreeAccelerationMps2, t = protection.EnvelopeReactionS;
        _retardationMps2 = ab;
        _loss = (ab + af) * t;
        _square = ab * (ab + af) * t * t;
    }

    /// <summary>Speed that trips at <paramref name="distanceM"/> before the end [m/s]; 0 at and beyond it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double TripSpeedMps(double distanceM)
    {
        if (distanceM <= 0) return 0;
        double v = Math.Sqrt(_square + 2 * _retardationMps2 * distanceM) - _loss;
        return v > 0 ? v : 0;
    }
}
