using System.Device.Gpio;
using System.Device.I2c;

namespace Iot.Device.Mcp23xxx;

/// <summary>An expander of the MCP23 family as a GPIO driver.</summary>
public abstract class Mcp23xxx : GpioDriver
{
    private readonly I2cDevice _device;
    private readonly bool _shouldDispose;

    internal Mcp23xxx(I2cDevice device, bool shouldDispose)
    {
        _device = device;
        _shouldDispose = shouldDispose;
    }

    /// <summary>Reads both ports of a register, port A in the low byte.</summary>
    protected ushort InternalReadUInt16(Register register)
    {
        Span<byte> number = [Address(register)], ports = stackalloc byte[2];
        _device.WriteRead(number, ports);
        return (ushort)(ports[0] | (ports[1] << 8));
    }

    /// <summary>Writes both ports of a register, port A in the low byte.</summary>
    protected void InternalWriteUInt16(Register register, ushort value) => _device.Write([Address(register), (byte)value, (byte)(value >> 8)]);

    protected override void OpenPin(int pinNumber) => Mask(pinNumber);

    protected override void ClosePin(int pinNumber) => Mask(pinNumber);

    protected override void SetPinMode(int pinNumber, PinMode mode)
    {
        if (!IsPinModeSupported(pinNumber, mode)) throw new ArgumentException("The Mcp controller supports the following pin modes: Input, Output and InputPullUp.", nameof(mode));
        Change(Register.IODIR, pinNumber, mode != PinMode.Output);
        Change(Register.GPPU, pinNumber, mode == PinMode.InputPullUp);
    }

    protected override PinMode GetPinMode(int pinNumber)
    {
        if ((InternalReadUInt16(Register.IODIR) & Mask(pinNumber)) == 0) return PinMode.Output;
        return (InternalReadUInt16(Register.GPPU) & Mask(pinNumber)) != 0 ? PinMode.InputPullUp : PinMode.Input;
    }

    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => mode is PinMode.Input or PinMode.Output or PinMode.InputPullUp;

    protected override PinValue Read(int pinNumber) => (InternalReadUInt16(Register.GPIO) & Mask(pinNumber)) != 0;

    protected override void Write(int pinNumber, PinValue value) => Change(Register.OLAT, pinNumber, value == PinValue.High);

    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) => throw NoInterrupt();

    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) => throw NoInterrupt();

    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) => throw NoInterrupt();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _shouldDispose) _device.Dispose();
        base.Dispose(disposing);
    }

    private void Change(Register register, int pinNumber, bool high)
    {
        int value = InternalReadUInt16(register), mask = Mask(pinNumber);
        InternalWriteUInt16(register, (ushort)(high ? value | mask : value & ~mask));
    }

    private int Mask(int pinNumber) => pinNumber >= 0 && pinNumber < PinCount ? 1 << pinNumber : throw new ArgumentOutOfRangeException(nameof(pinNumber));

    // As after power-up (BANK = 0): the registers of both ports follow each other.
    private static byte Address(Register register) => (byte)(2 * (byte)register);

    private static InvalidOperationException NoInterrupt() => new("No interrupt pin is configured.");
}
