using System.Device.I2c;
using Iot.Device.Mcp23xxx;

namespace Gravistore.Drivers.Boards;

/// <summary>MCP23017 with sixteen contacts. After each reading its setting is read back: I2C has no checksum, and a chip that has lost its supply for a moment starts anew.</summary>
internal sealed class ExpanderChip : BoardChip
{
    /// <summary>Words of a poll: port A in the low byte, port B in the high one.</summary>
    public const int Words = 1;
    private const ushort AllInputs = 0xFFFF, NotInverted = 0;

    private readonly Mcp23017 _chip;

    public ExpanderChip(I2cDevice device)
        : base(device)
    {
        _chip = new Mcp23017(device);
        _chip.WriteUInt16(Register.IODIR, AllInputs);
        _chip.WriteUInt16(Register.IPOL, NotInverted);
    }

    /// <summary>Bit of a pin such as A0.</summary>
    public static int BitOf(string pin) => (pin[0] == 'B' ? 8 : 0) + (pin[1] - '0');

    public override void Poll(Span<ushort> words)
    {
        ushort levels = _chip.ReadUInt16(Register.GPIO);
        ushort directions = _chip.ReadUInt16(Register.IODIR), polarity = _chip.ReadUInt16(Register.IPOL);
        if (directions != AllInputs || polarity != NotInverted)
            throw new BoardException($"directions 0x{directions:X4} and polarity 0x{polarity:X4} in place of 0x{AllInputs:X4} and 0x{NotInverted:X4}");
        words[0] = levels;
    }
}
