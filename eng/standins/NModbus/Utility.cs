namespace NModbus.Utility;

public static class ModbusUtility
{
    private const ushort Start = 0xFFFF, Polynomial = 0xA001;

    /// <summary>Checksum of an RTU message (Modbus over serial line, 6.2.2), low byte first.</summary>
    public static byte[] CalculateCrc(byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        ushort crc = Start;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++) crc = (ushort)((crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1);
        }
        return [(byte)crc, (byte)(crc >> 8)];
    }
}
