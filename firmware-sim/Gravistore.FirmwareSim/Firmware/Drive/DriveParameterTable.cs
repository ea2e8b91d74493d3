namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Values of a drive's parameters by number. Volatile: what a master writes is lost with the object, as in a drive that is not told to save.</summary>
public sealed class DriveParameterTable
{
    private const int Numbers = 10_000;
    private readonly short[] _slots = new short[Numbers];
    private readonly DriveParameter[] _parameters;
    private readonly double[] _values;

    /// <summary>A table with every parameter at its default.</summary>
    /// <exception cref="ArgumentException">A number that the firmware needs is missing, or given twice.</exception>
    public DriveParameterTable(IReadOnlyList<DriveParameter> parameters)
    {
        _parameters = new DriveParameter[parameters.Count];
        _values = new double[parameters.Count];
        Array.Fill(_slots, (short)-1);
        for (int i = 0; i < parameters.Count; i++) Add(parameters[i], i);
        foreach (int number in DriveNumber.Required)
        {
            if (_slots[number] < 0) throw new ArgumentException($"the drive's data has no parameter {number / 100:00}.{number % 100:00}", nameof(parameters));
        }
    }

    /// <summary>Value in the parameter's unit.</summary>
    public double this[int number]
    {
        get => _values[_slots[number]];
        set => _values[_slots[number]] = value;
    }

    /// <summary>The parameter of a number (100 x group + index), null if there is none.</summary>
    public DriveParameter? Find(int number) => (uint)number < Numbers && _slots[number] >= 0 ? _parameters[_slots[number]] : null;

    /// <summary>Sets a value before the drive runs, without the rounding of a register.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the parameter's bounds.</exception>
    public void Initialise(int number, double value)
    {
        DriveParameter parameter = _parameters[_slots[number]];
        if (!(value >= parameter.Minimum && value <= parameter.Maximum))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, FormattableString.Invariant(
                $"drive parameter {parameter.Group:00}.{parameter.Index:00} {parameter.Name} allows {parameter.Minimum} to {parameter.Maximum} {parameter.Unit}"));
        }
        this[number] = value;
    }

    /// <summary>Register value of a parameter, two's complement in the low bits.</summary>
    public uint ToRaw(DriveParameter parameter)
    {
        double counts = Math.Round(this[parameter.Number] * parameter.CountsPerUnit);
        (double low, double high) = RawRange(parameter);
        return unchecked((uint)(long)Math.Min(Math.Max(counts, low), high));
    }

    /// <summary>The value that a register value stands for.</summary>
    public static double FromRaw(DriveParameter parameter, uint raw)
    {
        double counts = parameter.Minimum >= 0.0 ? raw : parameter.Bits == 16 ? (short)raw : (int)raw;
        return counts / parameter.CountsPerUnit;
    }

    private static (double Low, double High) RawRange(DriveParameter parameter)
    {
        bool signed = parameter.Minimum < 0.0;
        if (parameter.Bits == 16) return signed ? (short.MinValue, short.MaxValue) : (0.0, ushort.MaxValue);
        return signed ? (int.MinValue, int.MaxValue) : (0.0, uint.MaxValue);
    }

    private void Add(DriveParameter parameter, int slot)
    {
        if (parameter.Number is < 1 or >= Numbers || _slots[parameter.Number] >= 0)
        {
            throw new ArgumentException($"parameter {parameter.Group:00}.{parameter.Index:00} is out of range or given twice");
        }
        _parameters[slot] = parameter;
        _values[slot] = parameter.Default;
        _slots[parameter.Number] = (short)slot;
    }
}
