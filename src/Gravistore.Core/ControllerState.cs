using System.Runtime.InteropServices;

namespace Gravistore.Core;

/// <summary>Everything that lives from cycle to cycle. Plain data in fixed arrays: it can be copied, hashed and written out as bytes.</summary>
public sealed class ControllerState
{
    public ControllerState(int hoistCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hoistCount, 1);
        Hoists = new HoistState[hoistCount];
    }

    public PlantState Plant;
    public readonly HoistState[] Hoists;

    /// <summary>Copies this state over <paramref name="other"/>, which must have as many hoists.</summary>
    public void CopyTo(ControllerState other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Hoists.Length != Hoists.Length) throw new ArgumentException("The states belong to plants of different size.", nameof(other));
        other.Plant = Plant;
        Hoists.CopyTo(other.Hoists, 0);
    }

    /// <summary>The bytes of the plant part.</summary>
    public ReadOnlySpan<byte> PlantBytes => MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref Plant, 1));

    /// <summary>The bytes of the hoist part.</summary>
    public ReadOnlySpan<byte> HoistBytes => MemoryMarshal.AsBytes(Hoists.AsSpan());
}
