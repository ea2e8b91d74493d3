using Gravistore.Core.Parameters;

namespace Gravistore.Devices;

/// <summary>One line of a digital word, with the level that means "true".</summary>
internal readonly struct DigitalLine
{
    private readonly int _mask;
    private readonly int _trueLevel;
    private readonly int _signal;

    /// <param name="profile">Name of the device's profile.</param>
    /// <param name="item">Name of the signal.</param>
    /// <param name="input">Bit and active level.</param>
    /// <param name="signal">Flag that stands for the signal in the image.</param>
    public DigitalLine(string profile, string item, DigitalInput input, int signal)
    {
        ArgumentNullException.ThrowIfNull(input);
        _mask = 1 << ProfileCheck.Bit(profile, item, input.Bit);
        _trueLevel = input.ActiveHigh ? _mask : 0;
        _signal = signal;
    }

    /// <summary>The signal's flag while the line is at its true level, else 0.</summary>
    public int Flag(int word) => (word & _mask) == _trueLevel ? _signal : 0;

    /// <summary>All flags of a digital word together.</summary>
    public static int Flags(DigitalLine[] lines, int word)
    {
        int flags = 0;
        foreach (DigitalLine line in lines) flags |= line.Flag(word);
        return flags;
    }
}
