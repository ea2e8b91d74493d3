using System.Runtime.CompilerServices;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Motion;

/// <summary>
/// Where each weight is: the absolute drum encoder gives the paid-out length, the static stretch is added,
/// and shaft magnets correct what is left (rope bedding, temperature, a weight that differs from its papers).
/// </summary>
public sealed class PositionEstimate
{
    /// <summary>Share of the difference at a magnet that is taken over.</summary>
    private const double MagnetGain = 0.5;
    /// <summary>
    /// Contact and drum are not seen at one time: their images' ages, half of a poll and the contact's filter move a window along with the motion, by
    /// up to this time's way. So much of a difference says nothing [s].
    /// </summary>
    private const double UnsureS = 0.05;
    /// <summary>How fast the encoder comparison forgets [1/s].</summary>
    private const double DriftForgettingPerS = 0.5;
    private const double CycleS = 0.01;
    /// <summary>What <see cref="HoistState.InMagnet"/> says of the window.</summary>
    private const int Outside = 0, Entered = 1, FoundInside = 2;

    private readonly Rope _rope;
    private readonly IReadOnlyList<double> _magnetsM;
    private readonly double _tripM;

    public PositionEstimate(PlantParameters plant, Rope rope)
    {
        ArgumentNullException.ThrowIfNull(plant);
        _rope = rope;
        _magnetsM = plant.Shaft.MagnetDepthsM;
        _tripM = plant.Protection.MagnetTripM;
    }

    /// <summary>Updates depth, static force and speed of one hoist from its images. Stale images leave the last values.</summary>
    /// <param name="input">The images.</param>
    /// <param name="hoist">Is updated.</param>
    /// <param name="learn">Magnets correct the depth; not while devices are still starting, whose first position may be none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(in HoistInput input, ref HoistState hoist, bool learn = true)
    {
        if (hoist.DriveFresh == 1)
        {
            double lengthM = input.RopeLengthM;
            if (hoist.Initialised == 1)
                CompareEncoders(ref hoist, lengthM, input.SpeedMps);
            hoist.RopeLengthM = lengthM;
            hoist.SpeedMps = input.SpeedMps;
            hoist.Initialised = 1;
        }
        hoist.StaticForceN = _rope.StaticForceN(hoist.RopeLengthM);
        hoist.MovingMassKg = _rope.MovingMassKg(hoist.RopeLengthM);
        double rawDepthM = hoist.RopeLengthM + _rope.StretchM(hoist.RopeLengthM);
        if (hoist.IoFresh == 1) WatchMagnets(ref hoist, rawDepthM, (input.Signals & HoistSignals.Magnet) != 0, learn);
        hoist.WeightDepthM = rawDepthM + hoist.DepthOffsetM;
    }

    private static void CompareEncoders(ref HoistState hoist, double lengthM, double speedMps)
    {
        double drift = hoist.EncoderDriftM + speedMps * CycleS - (lengthM - hoist.RopeLengthM);
        hoist.EncoderDriftM = drift - drift * DriftForgettingPerS * CycleS;
    }

    // The middle between entering and leaving the window is the magnet, whatever the window's length and the direction of travel.
    // A window that the weight already stood in when watching began has no entry, and so no middle.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WatchMagnets(ref HoistState hoist, double rawDepthM, bool inMagnet, bool learn)
    {
        if (!inMagnet)
        {
            if (learn && hoist.InMagnet == Entered && Math.Abs(rawDepthM - hoist.MagnetEntryDepthM) > 0.01)
                Learn(ref hoist, 0.5 * (rawDepthM + hoist.MagnetEntryDepthM) + hoist.DepthOffsetM);
            hoist.InMagnet = Outside;
        }
        else if (!learn) hoist.InMagnet = FoundInside;
        else if (hoist.InMagnet == Outside)
        {
            hoist.InMagnet = Entered;
            hoist.MagnetEntryDepthM = rawDepthM;
        }
    }

    // An error that trips says that the position is not known: then the depth, which the travel limits rest on, is left as it is.
    private void Learn(ref HoistState hoist, double middleM)
    {
        double errorM = NearestMagnetM(middleM) - middleM;
        hoist.MagnetErrorM = errorM;
        double sureM = Math.Abs(errorM) - UnsureS * Math.Abs(hoist.SpeedMps);
        if (sureM > 0 && Math.Abs(errorM) <= _tripM) hoist.DepthOffsetM += Math.CopySign(MagnetGain * sureM, errorM);
    }

    private double NearestMagnetM(double depthM)
    {
        double nearest = depthM, distance = double.MaxValue;
        for (int i = 0; i < _magnetsM.Count; i++)
        {
            double d = Math.Abs(_magnetsM[i] - depthM);
            if (d < distance) { distance = d; nearest = _magnetsM[i]; }
        }
        return nearest;
    }
}
