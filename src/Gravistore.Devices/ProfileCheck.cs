namespace Gravistore.Devices;

/// <summary>Checks of device profiles when a codec is built, so that no call can later read outside its block.</summary>
internal static class ProfileCheck
{
    /// <summary>Refuses an item of <paramref name="width"/> registers at <paramref name="offset"/> that is not wholly inside a block of <paramref name="count"/> registers.</summary>
    /// <exception cref="ArgumentException">The item lies outside the block.</exception>
    public static int Inside(string profile, string item, int offset, int width, int count)
    {
        if (offset >= 0 && offset + width <= count) return offset;
        throw new ArgumentException($"{profile}: {item} at offset {offset} ({width} registers) is outside its block of {count} registers; correct the offset or the count in the device's file under config/drives.");
    }

    /// <summary>Refuses a bit number that a 16-bit word does not have.</summary>
    /// <exception cref="ArgumentException">The bit is not 0 to 15.</exception>
    public static int Bit(string profile, string item, int bit)
    {
        if (bit is >= 0 and <= 15) return bit;
        throw new ArgumentException($"{profile}: {item} is bit {bit}; a register has bits 0 to 15.");
    }

    /// <summary>Refuses a value that must be positive and finite to be a divisor or a scale.</summary>
    /// <exception cref="ArgumentException">The value is not positive and finite.</exception>
    public static double Positive(string profile, string item, double value)
    {
        if (value > 0 && double.IsFinite(value)) return value;
        throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{profile}: {item} is {value}; it must be positive and finite."));
    }
}
