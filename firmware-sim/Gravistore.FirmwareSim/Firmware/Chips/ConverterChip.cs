namespace Gravistore.FirmwareSim.Firmware;

/// <summary>
/// ADS1115: four registers of 16 bits behind a pointer. A conversion that is asked for gives the input at its end and stands until the next one; where the chip
/// converts all the time, a reading is the input at that moment.
/// </summary>
public sealed class ConverterChip : IBusChip
{
    private const int ConversionRegister = 0, ConfigRegister = 1, LowThreshold = 2, HighThreshold = 3, ReadyBit = 0x8000, SingleBit = 0x0100, RangeBit = 0x0200, PowerUpConfig = 0x8583;
    private static readonly double[] FullScalesV = [6.144, 4.096, 2.048, 1.024, 0.512, 0.256, 0.256, 0.256];
    private static readonly int[] SamplesPerS = [8, 16, 32, 64, 128, 250, 475, 860];
    private const int MsPerS = 1000;

    private readonly double[] _volts = new double[4];
    private int _pointer, _config, _low, _high, _conversion;
    private long _convertedMs;

    public ConverterChip() => PowerUp();

    /// <summary>A conversion is not through yet.</summary>
    public bool IsConverting { get; private set; }

    /// <summary>Sets the voltage at an input [V].</summary>
    public void SetVolts(int input, double volts) => _volts[input] = volts;

    /// <inheritdoc/>
    public void Transfer(ReadOnlySpan<byte> write, Span<byte> read, long nowMs)
    {
        Convert(nowMs);
        if (write.Length > 0) _pointer = write[0] & 3;
        if (write.Length >= 3) Store((write[1] << 8) | write[2], nowMs);
        int value = Load();
        for (int i = 0; i < read.Length; i++) read[i] = (byte)(value >> (i % 2 == 0 ? 8 : 0));
    }

    /// <inheritdoc/>
    public bool SettingBit
    {
        get => (_config & RangeBit) != 0;
        set => _config = value ? _config | RangeBit : _config & ~RangeBit;
    }

    /// <inheritdoc/>
    public void PowerUp() => (_pointer, _config, _low, _high, _conversion, IsConverting) = (0, PowerUpConfig, 0x8000, 0x7FFF, 0, false);

    private void Store(int value, long nowMs)
    {
        if (_pointer == LowThreshold) _low = value;
        if (_pointer == HighThreshold) _high = value;
        if (_pointer != ConfigRegister) return;
        _config = value & ~ReadyBit;
        if (IsSingle && (value & ReadyBit) == 0) return;
        IsConverting = true;
        _convertedMs = nowMs + 1 + MsPerS / SamplesPerS[(value >> 5) & 7];
    }

    private int Load() => _pointer switch
    {
        ConversionRegister => _conversion,
        ConfigRegister => IsConverting ? _config & ~ReadyBit : _config | ReadyBit,
        LowThreshold => _low,
        _ => _high,
    };

    private bool IsSingle => (_config & SingleBit) != 0;

    // Where it converts all the time it is never ready: the next conversion has begun.
    private void Convert(long nowMs)
    {
        if (!IsConverting || nowMs < _convertedMs) return;
        _conversion = Counts();
        IsConverting = !IsSingle;
    }

    // Inputs against ground are 4 to 7; the four differential ones measure two of them.
    private int Counts()
    {
        int input = (_config >> 12) & 7;
        double volts = input >= 4 ? _volts[input - 4] : input switch { 0 => _volts[0] - _volts[1], 1 => _volts[0] - _volts[3], 2 => _volts[1] - _volts[3], _ => _volts[2] - _volts[3] };
        double counts = volts / FullScalesV[(_config >> 9) & 7] * 32768.0;
        return (ushort)(short)Math.Round(Math.Min(short.MaxValue, Math.Max(short.MinValue, counts)));
    }
}
