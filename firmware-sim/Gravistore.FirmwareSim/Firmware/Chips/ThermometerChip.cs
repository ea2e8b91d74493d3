namespace Gravistore.FirmwareSim.Firmware;

/// <summary>MAX31865: eight registers, written at 0x80 and above. A conversion takes 65 ms after it is asked for; an open thermometer sets the chip's faults.</summary>
public sealed class ThermometerChip(double referenceOhm) : IBusChip
{
    private const int Config = 0, CodeHigh = 1, CodeLow = 2, HighThreshold = 3, Faults = 7, Count = 8, WriteBit = 0x80;
    private const int BiasBit = 0x80, AutoBit = 0x40, OneShotBit = 0x20, ClearBit = 0x02, HighFault = 0x80, WiresBit = 0x10;
    private const int ConversionMs = 65, FullScale = 32768, MaxCode = FullScale - 1;

    private readonly byte[] _registers = [0, 0, 0, 0xFF, 0xFF, 0, 0, 0];
    private long _readyMs = long.MaxValue;

    /// <summary>Resistance at the terminals [ohm].</summary>
    public double Ohm { get; set; }

    /// <inheritdoc/>
    public void Transfer(ReadOnlySpan<byte> write, Span<byte> read, long nowMs)
    {
        if (nowMs >= _readyMs) Convert();
        if (write.Length == 0) return;
        int address = write[0] & ~WriteBit;
        for (int i = 1; i < write.Length; i++, address++)
        {
            if ((write[0] & WriteBit) != 0) Store(address % Count, write[i], nowMs);
            else if (i < read.Length) read[i] = _registers[address % Count];
        }
    }

    /// <inheritdoc/>
    public bool SettingBit
    {
        get => (_registers[Config] & WiresBit) != 0;
        set => _registers[Config] = (byte)(value ? _registers[Config] | WiresBit : _registers[Config] & ~WiresBit);
    }

    /// <inheritdoc/>
    public void PowerUp()
    {
        Array.Clear(_registers);
        _registers[HighThreshold] = _registers[HighThreshold + 1] = 0xFF;
        _readyMs = long.MaxValue;
    }

    private void Store(int register, byte value, long nowMs)
    {
        if (register is CodeHigh or CodeLow or Faults) return;
        if (register == Config && (value & ClearBit) != 0) _registers[Faults] = 0;
        bool starts = register == Config && (value & BiasBit) != 0 && (value & (OneShotBit | AutoBit)) != 0;
        if (starts) _readyMs = nowMs + ConversionMs;
        _registers[register] = register == Config ? (byte)(value & ~(ClearBit | OneShotBit)) : value;
    }

    private void Convert()
    {
        _readyMs = long.MaxValue;
        int code = (int)Math.Round(Math.Min(MaxCode, Math.Max(0.0, Ohm / referenceOhm * FullScale)));
        if (code == MaxCode) _registers[Faults] |= HighFault;
        _registers[CodeHigh] = (byte)(code >> 7);
        _registers[CodeLow] = (byte)((code << 1) | (_registers[Faults] != 0 ? 1 : 0));
    }
}
