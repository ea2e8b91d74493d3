namespace Gravistore.FirmwareSim.Firmware;

/// <summary>MCP23017: 22 registers, in pairs for ports A and B (BANK = 0), with a pointer that counts on. Only its inputs are wired.</summary>
public sealed class ExpanderChip : IBusChip
{
    private const int Registers = 22, DirectionA = 0x00, PolarityA = 0x02, GpioA = 0x12, LatchA = 0x14;
    private const byte AllInputs = 0xFF;

    private readonly byte[] _registers = new byte[Registers];
    private int _pointer;

    public ExpanderChip() => PowerUp();

    /// <summary>Levels at the pins, port A in the low byte.</summary>
    public int Pins { get; set; }

    /// <inheritdoc/>
    public void Transfer(ReadOnlySpan<byte> write, Span<byte> read, long nowMs)
    {
        if (write.Length > 0) _pointer = write[0] % Registers;
        foreach (byte value in write.Length > 1 ? write[1..] : []) Store(value);
        foreach (ref byte value in read) value = Load();
    }

    /// <inheritdoc/>
    public bool SettingBit
    {
        get => (_registers[PolarityA] & 1) != 0;
        set => _registers[PolarityA] = (byte)(value ? _registers[PolarityA] | 1 : _registers[PolarityA] & ~1);
    }

    /// <inheritdoc/>
    public void PowerUp()
    {
        Array.Clear(_registers);
        _registers[DirectionA] = _registers[DirectionA + 1] = AllInputs;
    }

    private void Store(byte value)
    {
        // Writing GPIO writes the output latch.
        int register = _pointer is GpioA or GpioA + 1 ? _pointer - GpioA + LatchA : _pointer;
        _registers[register] = value;
        _pointer = (_pointer + 1) % Registers;
    }

    private byte Load()
    {
        int register = _pointer;
        _pointer = (_pointer + 1) % Registers;
        if (register is not (GpioA or GpioA + 1)) return _registers[register];
        int port = register - GpioA, pins = (Pins >> (8 * port)) & 0xFF, directions = _registers[DirectionA + port];
        int level = (pins & directions) | (_registers[LatchA + port] & ~directions);
        return (byte)(level ^ (_registers[PolarityA + port] & directions));
    }
}
