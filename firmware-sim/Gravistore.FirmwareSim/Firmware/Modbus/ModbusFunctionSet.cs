namespace Gravistore.FirmwareSim.Firmware;

/// <summary>The Modbus functions that a device answers; every other function is exception 01.</summary>
[Flags]
public enum ModbusFunctionSet
{
    None = 0,
    ReadHoldingRegisters = 1,
    ReadInputRegisters = 2,
    WriteSingleRegister = 4,
    WriteMultipleRegisters = 8,
    ReadWriteMultipleRegisters = 16,
    /// <summary>A drive's adapter: holding registers only.</summary>
    Drive = ReadHoldingRegisters | WriteSingleRegister | WriteMultipleRegisters | ReadWriteMultipleRegisters,
    /// <summary>A meter: reads alone, holding and input registers alike.</summary>
    Meter = ReadHoldingRegisters | ReadInputRegisters,
    All = Drive | ReadInputRegisters,
}
