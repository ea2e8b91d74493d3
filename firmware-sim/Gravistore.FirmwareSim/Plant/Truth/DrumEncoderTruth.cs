namespace Gravistore.FirmwareSim.Plant;

/// <summary>The absolute encoder on the drum.</summary>
/// <param name="CountsPerTurn">Counts per drum revolution.</param>
/// <param name="ZeroCount">Count at zero rope length.</param>
public sealed record DrumEncoderTruth(int CountsPerTurn, int ZeroCount);
