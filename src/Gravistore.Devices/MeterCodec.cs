using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Devices;

/// <summary>
/// Power and frequency from one block of a grid meter. A value that the meter marks as not implemented, a NaN, an infinity or a
/// scale factor out of its range makes the whole reading bad: half a reading is no reading.
/// </summary>
public sealed class MeterCodec
{
    /// <summary>SunSpec's mark for "not implemented" in signed 16-bit points and scale factors.</summary>
    private const ushort NotImplemented16 = 0x8000;
    private const uint NotImplemented32 = 0x8000_0000;
    /// <summary>A SunSpec scale factor is a power of ten from -10 to 10.</summary>
    private const int MaxScaleFactor = 10;

    /// <summary>Powers of ten up to the greatest scale factor, all exact: a division by one of them rounds once.</summary>
    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10];

    private readonly int _blockCount;
    private readonly WordOrder _order;
    private readonly MeterQuantity _power;
    private readonly MeterQuantity _frequency;

    /// <exception cref="ArgumentException">A quantity lies outside the block or its scale is not a finite number other than 0.</exception>
    public MeterCodec(MeterProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        _blockCount = profile.BlockCount;
        _order = profile.WordOrder;
        _power = Checked(profile, "power", profile.Power);
        _frequency = Checked(profile, "frequency", profile.Frequency);
    }

    /// <summary>Reads the block into grid power [W, export positive], frequency [Hz] and the meter's quality. The age is the caller's.</summary>
    /// <returns>The quality also written to the image; when it is bad the values are left as they were.</returns>
    public Quality Decode(ReadOnlySpan<ushort> words, ref PlantInput image)
    {
        if (words.Length < _blockCount || !TryRead(words, _power, out double powerW) || !TryRead(words, _frequency, out double frequencyHz))
            return image.MeterQuality = Quality.Bad;
        image.GridPowerW = powerW;
        image.GridFrequencyHz = frequencyHz;
        return image.MeterQuality = Quality.Good;
    }

    private bool TryRead(ReadOnlySpan<ushort> words, MeterQuantity quantity, out double value)
    {
        value = 0;
        if (!TryRaw(words, quantity, out double raw)) return false;
        if (quantity.ScaleFactorOffset >= 0 && !TryScale(words[quantity.ScaleFactorOffset], ref raw)) return false;
        value = raw * quantity.Scale;
        return double.IsFinite(value);
    }

    private bool TryRaw(ReadOnlySpan<ushort> words, MeterQuantity quantity, out double raw)
    {
        ushort first = words[quantity.Offset];
        if (quantity.Coding is MeterCoding.Int16 or MeterCoding.UInt16)
        {
            bool isSigned = quantity.Coding == MeterCoding.Int16;
            raw = isSigned ? (short)first : first;
            return first != (isSigned ? NotImplemented16 : ushort.MaxValue);
        }
        return TryRaw32(RegisterPair.ToUInt32(first, words[quantity.Offset + 1], _order), quantity.Coding, out raw);
    }

    private static bool TryRaw32(uint bits, MeterCoding coding, out double raw)
    {
        switch (coding)
        {
            case MeterCoding.Int32:
                raw = unchecked((int)bits);
                return bits != NotImplemented32;
            case MeterCoding.UInt32:
                raw = bits;
                return bits != uint.MaxValue;
            default:
                raw = BitConverter.UInt32BitsToSingle(bits);
                return double.IsFinite(raw);
        }
    }

    private static bool TryScale(ushort word, ref double value)
    {
        int exponent = (short)word;
        if (exponent is < -MaxScaleFactor or > MaxScaleFactor) return false;
        value = exponent < 0 ? value / PowersOfTen[-exponent] : value * PowersOfTen[exponent];
        return true;
    }

    private static MeterQuantity Checked(MeterProfile profile, string name, MeterQuantity quantity)
    {
        int width = quantity.Coding is MeterCoding.Int16 or MeterCoding.UInt16 ? 1 : 2;
        ProfileCheck.Inside(profile.Name, name, quantity.Offset, width, profile.BlockCount);
        if (quantity.ScaleFactorOffset != -1) ProfileCheck.Inside(profile.Name, name + " scale factor", quantity.ScaleFactorOffset, 1, profile.BlockCount);
        ProfileCheck.Positive(profile.Name, name + " scale (magnitude)", Math.Abs(quantity.Scale));
        return quantity;
    }
}
