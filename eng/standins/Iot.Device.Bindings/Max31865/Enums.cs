namespace Iot.Device.Max31865;

/// <summary>Mains frequency that is filtered out; the value is the time of a conversion [ms].</summary>
public enum ConversionFilterMode : byte { Filter50Hz = 65, Filter60Hz = 55 }

/// <summary>Resistance at 0 deg C [ohm].</summary>
public enum PlatinumResistanceThermometerType : short { Pt100 = 100, Pt1000 = 1000 }

/// <summary>Wires to the thermometer.</summary>
public enum ResistanceTemperatureDetectorWires : byte { TwoWire = 2, ThreeWire = 3, FourWire = 4 }

/// <summary>What the chip found at its terminals.</summary>
public record FaultStatus(bool OverUnderVoltage, bool ResistanceTemperatureDetectorLow, bool ReferenceInLow, bool ReferenceInHigh, bool LowThreshold, bool HighThreshold);
