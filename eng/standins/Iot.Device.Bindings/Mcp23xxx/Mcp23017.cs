using System.Device.Gpio;
using System.Device.I2c;

namespace Iot.Device.Mcp23xxx;

/// <summary>A chip of the family with 16 pins: 0 to 7 are port A, 8 to 15 port B.</summary>
public abstract class Mcp23x1x : Mcp23xxx
{
    internal Mcp23x1x(I2cDevice device, bool shouldDispose)
        : base(device, shouldDispose)
    {
    }

    protected override int PinCount => 16;

    /// <summary>Reads both ports of a register, port A in the low byte.</summary>
    public ushort ReadUInt16(Register register) => InternalReadUInt16(register);

    /// <summary>Writes both ports of a register, port A in the low byte.</summary>
    public void WriteUInt16(Register register, ushort value) => InternalWriteUInt16(register, value);
}

/// <summary>MCP23017 on I2C.</summary>
public class Mcp23017 : Mcp23x1x
{
    /// <exception cref="NotSupportedException">A reset or interrupt pin is named: this project connects none.</exception>
    public Mcp23017(I2cDevice i2cDevice, int reset = -1, int interruptA = -1, int interruptB = -1, GpioController? controller = null, bool shouldDispose = true)
        : base(i2cDevice, shouldDispose)
    {
        if (reset != -1 || interruptA != -1 || interruptB != -1 || controller is not null) throw new NotSupportedException("the stand-in knows no reset and no interrupt pin");
    }
}
