using Gravistore.Core.Parameters;

namespace Gravistore.Devices;

/// <summary>32-bit values in two neighbouring 16-bit registers. Inside a register the bytes are big-endian, as on every Modbus wire; only the order of the registers differs between devices.</summary>
public static class RegisterPair
{
    /// <summary>Joins two registers in the order of their addresses.</summary>
    public static uint ToUInt32(ushort first, ushort second, WordOrder order) =>
        order == WordOrder.HighFirst ? ((uint)first << 16) | second : ((uint)second << 16) | first;

    /// <summary>Joins two registers to a signed value, two's complement.</summary>
    public static int ToInt32(ushort first, ushort second, WordOrder order) =>
        unchecked((int)ToUInt32(first, second, order));

    /// <summary>Joins two registers to an IEEE 754 single; NaN and infinities come out as they are.</summary>
    public static float ToSingle(ushort first, ushort second, WordOrder order) =>
        BitConverter.UInt32BitsToSingle(ToUInt32(first, second, order));
}
