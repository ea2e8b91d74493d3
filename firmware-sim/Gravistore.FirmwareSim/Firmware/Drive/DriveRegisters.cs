namespace Gravistore.FirmwareSim.Firmware;

/// <summary>
/// Register map of the ABB Drives profile, classic (ABB FMBT-21 user's manual p50): cyclic words, error registers, parameters as 16-bit
/// registers (400000 + 100 group + index) and as register pairs (420000 + 200 group + 2 index); wire address = reference - 400001.
/// A refused access leaves its reason in the error registers, until the next one that succeeds.
/// </summary>
public sealed class DriveRegisters
{
    private const int ErrorFirst = 89;
    private const int ErrorCount = 6;
    private const int Parameter16First = 100;
    private const int Parameter16Last = 9_998;
    private const int Parameter32Zero = 19_999;
    private const int Parameter32Last = 39_997;
    private const int MaxWrite = 128;

    private readonly DriveFirmware _drive;
    private readonly DriveDevice _device;
    private readonly DriveParameterTable _table;
    private readonly ushort[] _error = new ushort[ErrorCount];
    private readonly double[] _pending = new double[MaxWrite];

    internal DriveRegisters(DriveFirmware drive, DriveDevice device, DriveParameterTable table)
    {
        _drive = drive;
        _device = device;
        _table = table;
    }

    /// <summary>Function of the request being executed, kept with an error; 0 = direct access.</summary>
    public byte CurrentFunction { get; set; }

    private int CyclicFirst => _device.WriteAddress;
    private int CyclicEnd => _device.ReadAddress + _device.ReadCount;

    /// <summary>Reads a block; it may not reach from one area into another.</summary>
    public ModbusException Read(int address, Span<ushort> destination)
    {
        if (destination.Length is < 1 or > MaxWrite) return ModbusException.IllegalValue;
        long end = (long)address + destination.Length;
        if (address >= CyclicFirst && end <= CyclicEnd) return ReadCyclic(address, destination);
        if (address >= ErrorFirst && end <= ErrorFirst + ErrorCount) return ReadErrors(address, destination);
        if (address >= Parameter16First && end <= Parameter16Last + 1) return Read16(address, destination);
        if (address >= Parameter32Zero && end <= Parameter32Last + 1) return Read32(address, destination);
        return ModbusException.IllegalAddress;
    }

    /// <summary>Writes a block, all of it or nothing.</summary>
    public ModbusException Write(int address, ReadOnlySpan<ushort> source)
    {
        if (source.Length is < 1 or > MaxWrite) return ModbusException.IllegalValue;
        long end = (long)address + source.Length;
        if (address >= CyclicFirst && end <= CyclicEnd) return WriteCyclic(address, source);
        if (address >= ErrorFirst && end <= ErrorFirst + ErrorCount) return WriteErrors(address, source);
        if (address >= Parameter16First && end <= Parameter16Last + 1) return Write16(address, source);
        if (address >= Parameter32Zero && end <= Parameter32Last + 1) return Write32(address, source);
        return ModbusException.IllegalAddress;
    }

    private ModbusException ReadCyclic(int address, Span<ushort> destination)
    {
        for (int i = 0; i < destination.Length; i++) destination[i] = CyclicWord(address + i);
        return ReadDone(address + destination.Length - 1);
    }

    private ushort CyclicWord(int address)
    {
        int written = address - _device.WriteAddress;
        if (written < 3) return _drive.Words.Written(written);
        int offset = address - _device.ReadAddress;
        if (offset is >= 3 and < 6) return _drive.Words.Written(offset);
        if (offset == _device.LifeCounterOffset) return unchecked((ushort)_drive.LifeCounter);
        if (offset == _device.DrumPositionLowOffset) return unchecked((ushort)_drive.DrumPositionCounts);
        if (offset == _device.DrumPositionHighOffset) return unchecked((ushort)(_drive.DrumPositionCounts >> 16));
        if (offset == _device.FaultCodeOffset) return (ushort)_drive.Faults.Tripping;
        return offset switch
        {
            0 => (ushort)_drive.StatusWord,
            1 => unchecked((ushort)_drive.ActualSpeedCounts),
            2 => unchecked((ushort)_drive.ActualTorqueCounts),
            _ => 0,
        };
    }

    private ModbusException WriteCyclic(int address, ReadOnlySpan<ushort> source)
    {
        int first = address - _device.WriteAddress;
        int last = first + source.Length - 1;
        int outFirst = _device.ReadAddress - _device.WriteAddress + 3;
        if (last < 3) _drive.Receive(first, source);
        else if (first >= outFirst && last < outFirst + 3) _drive.Receive(first - outFirst + 3, source);
        else return Refuse(DriveAccessError.ReadOnly, last < 3 ? address : Math.Max(address, _device.ReadAddress), true);
        return WriteDone(address + source.Length - 1);
    }

    private ModbusException ReadErrors(int address, Span<ushort> destination)
    {
        _error.AsSpan(address - ErrorFirst, destination.Length).CopyTo(destination);
        return ModbusException.None;
    }

    private ModbusException WriteErrors(int address, ReadOnlySpan<ushort> source)
    {
        if (address != ErrorFirst || source.Length != 1) return Refuse(DriveAccessError.ReadOnly, address, true);
        if (source[0] != 1) return Refuse(DriveAccessError.Limit, address, true);
        Array.Clear(_error);
        return ModbusException.None;
    }

    private ModbusException Read16(int address, Span<ushort> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            DriveParameter? parameter = _table.Find(address + i + 1);
            if (parameter is null) return ModbusException.IllegalAddress;
            if (parameter.Bits != 16) return Refuse(DriveAccessError.WrongType, address + i, false);
        }
        _drive.UpdateMonitors();
        for (int i = 0; i < destination.Length; i++) destination[i] = (ushort)_table.ToRaw(_table.Find(address + i + 1)!);
        return ReadDone(address + destination.Length - 1);
    }

    private ModbusException Write16(int address, ReadOnlySpan<ushort> source)
    {
        for (int i = 0; i < source.Length; i++)
        {
            DriveParameter? parameter = _table.Find(address + i + 1);
            if (parameter is null) return ModbusException.IllegalAddress;
            int error = Judge(parameter, 16, source[i], (address + 1) / 100, i);
            if (error != 0) return Refuse(error, address + i, true);
        }
        for (int i = 0; i < source.Length; i++) _table[address + i + 1] = _pending[i];
        _drive.ParametersChanged();
        return WriteDone(address + source.Length - 1);
    }

    private ModbusException Read32(int address, Span<ushort> destination)
    {
        int error = Half(address, destination.Length);
        if (error != 0) return Refuse(error, address, false);
        for (int i = 0; i < destination.Length; i += 2)
        {
            if (_table.Find(Number32(address + i)) is null) return ModbusException.IllegalAddress;
        }
        _drive.UpdateMonitors();
        for (int i = 0; i < destination.Length; i += 2)
        {
            uint raw = _table.ToRaw(_table.Find(Number32(address + i))!);
            destination[i] = (ushort)(_device.LowWordFirst ? raw : raw >> 16);
            destination[i + 1] = (ushort)(_device.LowWordFirst ? raw >> 16 : raw);
        }
        return ReadDone(address + destination.Length - 1);
    }

    private ModbusException Write32(int address, ReadOnlySpan<ushort> source)
    {
        int error = Half(address, source.Length);
        if (error != 0) return Refuse(error, address, true);
        for (int i = 0; i < source.Length; i += 2)
        {
            DriveParameter? parameter = _table.Find(Number32(address + i));
            if (parameter is null) return ModbusException.IllegalAddress;
            uint raw = _device.LowWordFirst ? source[i] | ((uint)source[i + 1] << 16) : source[i + 1] | ((uint)source[i] << 16);
            error = Judge(parameter, 32, raw, Number32(address) / 100, i);
            if (error != 0) return Refuse(error, address + i, true);
        }
        for (int i = 0; i < source.Length; i += 2) _table[Number32(address + i)] = _pending[i];
        _drive.ParametersChanged();
        return WriteDone(address + source.Length - 1);
    }

    private static int Number32(int address) => (address - Parameter32Zero) / 2;

    private static int Half(int address, int length)
    {
        if (((address - Parameter32Zero) & 1) != 0) return DriveAccessError.SecondHalfFirst;
        return (length & 1) != 0 ? DriveAccessError.FirstHalfLast : 0;
    }

    // Whether a register value may be written; the value it stands for waits until all of the block is judged.
    private int Judge(DriveParameter parameter, int bits, uint raw, int group, int place)
    {
        if (parameter.Group != group) return DriveAccessError.GroupEnded;
        if (!parameter.Writable) return DriveAccessError.ReadOnly;
        if (bits == 16 && parameter.Bits == 32) return DriveAccessError.WrongType;
        if (bits == 32 && parameter.Bits == 16 && raw > ushort.MaxValue && !IsNegative16(parameter, raw)) return DriveAccessError.HighWordNotZero;
        double value = DriveParameterTable.FromRaw(parameter, raw);
        if (!(value >= parameter.Minimum && value <= parameter.Maximum)) return DriveAccessError.Limit;
        _pending[place] = value;
        return 0;
    }

    private static bool IsNegative16(DriveParameter parameter, uint raw) => parameter.Minimum < 0.0 && (int)raw is >= short.MinValue and < 0;

    private ModbusException Refuse(int code, int address, bool write)
    {
        _error[1] = CurrentFunction != 0 ? CurrentFunction : write ? (ushort)0x10 : (ushort)0x03;
        _error[2] = (ushort)code;
        _error[3] = (ushort)(address + 1);
        return ModbusException.DeviceFailure;
    }

    private ModbusException WriteDone(int lastAddress)
    {
        Array.Clear(_error, 0, 4);
        _error[4] = (ushort)(lastAddress + 1);
        return ModbusException.None;
    }

    private ModbusException ReadDone(int lastAddress)
    {
        Array.Clear(_error, 0, 4);
        _error[5] = (ushort)(lastAddress + 1);
        return ModbusException.None;
    }
}
