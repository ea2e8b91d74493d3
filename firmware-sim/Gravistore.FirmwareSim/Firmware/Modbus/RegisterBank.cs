namespace Gravistore.FirmwareSim.Firmware;

/// <summary>What a master may do with a register.</summary>
public enum RegisterAccess : byte { None = 0, ReadOnly = 1, ReadWrite = 3 }

/// <summary>
/// A contiguous stretch of registers, some of them mapped. A block that touches an unmapped register is exception 02 as a whole,
/// so is a write that touches a read-only one; nothing is written on an exception.
/// </summary>
public sealed class RegisterBank : IRegisterDevice
{
    private readonly int _first;
    private readonly ushort[] _values;
    private readonly RegisterAccess[] _access;

    /// <summary>A bank of <paramref name="count"/> registers from wire address <paramref name="firstAddress"/>, none mapped.</summary>
    public RegisterBank(int firstAddress, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstAddress);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _first = firstAddress;
        _values = new ushort[count];
        _access = new RegisterAccess[count];
    }

    /// <summary>The register at a wire address; outside the bank an IndexOutOfRangeException.</summary>
    public ushort this[int address]
    {
        get => _values[address - _first];
        set => _values[address - _first] = value;
    }

    /// <summary>Maps <paramref name="count"/> registers from <paramref name="address"/>.</summary>
    public void Map(int address, int count, RegisterAccess access) => Array.Fill(_access, access, address - _first, count);

    /// <inheritdoc/>
    public ModbusException Read(int address, Span<ushort> destination)
    {
        ModbusException exception = Check(address, destination.Length, RegisterAccess.ReadOnly);
        if (exception == ModbusException.None) _values.AsSpan(address - _first, destination.Length).CopyTo(destination);
        return exception;
    }

    /// <inheritdoc/>
    public ModbusException Write(int address, ReadOnlySpan<ushort> source)
    {
        ModbusException exception = Check(address, source.Length, RegisterAccess.ReadWrite);
        if (exception == ModbusException.None) source.CopyTo(_values.AsSpan(address - _first));
        return exception;
    }

    /// <summary>Whether a block may be accessed: 03 for an empty one, 02 where a register is missing or may not be written.</summary>
    public ModbusException Check(int address, int count, RegisterAccess need)
    {
        if (count < 1) return ModbusException.IllegalValue;
        long start = (long)address - _first;
        if (start < 0 || start + count > _values.Length) return ModbusException.IllegalAddress;
        foreach (RegisterAccess access in _access.AsSpan((int)start, count))
        {
            if ((access & need) != need) return ModbusException.IllegalAddress;
        }
        return ModbusException.None;
    }

    /// <summary>Puts a 32-bit value into two registers.</summary>
    public void Set32(int address, uint value, bool lowWordFirst)
    {
        this[address] = (ushort)(lowWordFirst ? value : value >> 16);
        this[address + 1] = (ushort)(lowWordFirst ? value >> 16 : value);
    }
}
