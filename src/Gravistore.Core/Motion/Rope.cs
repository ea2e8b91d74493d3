using System.Runtime.CompilerServices;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Motion;

/// <summary>Statics of weight and rope; docs/control.md, "Rope".</summary>
public sealed class Rope
{
    /// <summary>Standard gravity as used throughout [m/s2].</summary>
    public const double GravityMps2 = 9.81;

    private readonly double _massKg;
    private readonly double _ropeKgPerM;
    private readonly double _stiffnessN;

    public Rope(HoistParameters hoist)
    {
        ArgumentNullException.ThrowIfNull(hoist);
        _massKg = hoist.WeightMassKg;
        _ropeKgPerM = hoist.RopeMassPerMetreKg;
        _stiffnessN = hoist.RopeAxialStiffnessN;
    }

    /// <summary>Static drum force (m + mu L) g [N] at paid-out length <paramref name="lengthM"/> [m].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double StaticForceN(double lengthM) => (_massKg + _ropeKgPerM * lengthM) * GravityMps2;

    /// <summary>Weight and the third of the rope that moves with it [kg].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double MovingMassKg(double lengthM) => _massKg + _ropeKgPerM * lengthM / 3;

    /// <summary>Static stretch m g L/EA + mu g L2/(2 EA) [m].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double StretchM(double lengthM) =>
        (_massKg + 0.5 * _ropeKgPerM * lengthM) * GravityMps2 * lengthM / _stiffnessN;

    /// <summary>Potential energy of weight and rope at weight depth <paramref name="depthM"/> relative to depth 0 [J]; negative.</summary>
    public double PotentialEnergyJ(double depthM, double lengthM) =>
        -GravityMps2 * (_massKg * depthM + 0.5 * _ropeKgPerM * lengthM * lengthM);

    /// <summary>Paid-out length at which the resting weight hangs at <paramref name="depthM"/> [m].</summary>
    public double LengthAtDepthM(double depthM)
    {
        double length = depthM;
        for (int i = 0; i < 6; i++) length = depthM - StretchM(length);
        return length;
    }
}
