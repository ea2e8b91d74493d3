namespace Gravistore.FirmwareSim.Firmware;

/// <summary>One wire into a module: its bit in the digital word, and the level that means "true".</summary>
public sealed record DigitalLine(int Bit, bool ActiveHigh)
{
    /// <summary>The bit's contribution to the word.</summary>
    public int Level(bool value) => value == ActiveHigh ? 1 << Bit : 0;
}
