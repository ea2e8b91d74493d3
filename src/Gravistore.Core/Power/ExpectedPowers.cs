using System.Runtime.CompilerServices;

namespace Gravistore.Core.Power;

/// <summary>Grid power that was expected in the last cycles, in the place of the cycle's number modulo the length [W].</summary>
[InlineArray(Length)]
public struct ExpectedPowers
{
    /// <summary>Cycles remembered; a power of two.</summary>
    public const int Length = 32;
    private double _first;
}
