namespace Gravistore.FirmwareSim.Firmware;

/// <summary>How a meter codes one quantity in its registers.</summary>
public enum MeterRegisterCoding { Int16, UInt16, Int32, UInt32, Float32 }

/// <summary>One quantity of a meter.</summary>
/// <param name="Offset">From the block's address [registers].</param>
/// <param name="Coding">Coding.</param>
/// <param name="Scale">Unit (W, Hz or Wh) for one count, negative where the meter counts import as positive.</param>
/// <param name="ScaleFactorOffset">Register with a power of ten, or -1.</param>
public sealed record MeterRegister(int Offset, MeterRegisterCoding Coding, double Scale, int ScaleFactorOffset);

/// <summary>Registers with fixed contents, as identifiers and scale factors.</summary>
public sealed record MeterConstant(int Offset, IReadOnlyList<int> Values);

/// <summary>A grid meter as its data file describes it.</summary>
public sealed record MeterDevice
{
    public required string Name { get; init; }
    public required int BlockAddress { get; init; }
    public required int BlockCount { get; init; }
    public required bool LowWordFirst { get; init; }
    /// <summary>Active power, export positive [W].</summary>
    public required MeterRegister Power { get; init; }
    /// <summary>[Hz].</summary>
    public required MeterRegister Frequency { get; init; }
    /// <summary>Energy exported and imported, both rising [Wh].</summary>
    public required MeterRegister EnergyExported { get; init; }
    public required MeterRegister EnergyImported { get; init; }
    public required IReadOnlyList<MeterConstant> Constants { get; init; }
}
