namespace NModbus.Data;

/// <summary>Registers 0 to 65535 of one kind.</summary>
public class PointSource<T> : IPointSource<T>
    where T : struct
{
    private readonly Lock _lock = new();
    private readonly T[] _points = new T[ushort.MaxValue + 1];

    public T[] ReadPoints(ushort startAddress, ushort numberOfPoints)
    {
        lock (_lock) return _points.AsSpan(startAddress, numberOfPoints).ToArray();
    }

    public void WritePoints(ushort startAddress, T[] points)
    {
        lock (_lock) points.CopyTo(_points.AsSpan(startAddress));
    }
}

public class SlaveDataStore : ISlaveDataStore
{
    public PointSource<ushort> HoldingRegisters { get; } = new();

    public PointSource<ushort> InputRegisters { get; } = new();

    public PointSource<bool> CoilDiscretes { get; } = new();

    public PointSource<bool> CoilInputs { get; } = new();

    IPointSource<bool> ISlaveDataStore.CoilDiscretes => CoilDiscretes;

    IPointSource<bool> ISlaveDataStore.CoilInputs => CoilInputs;

    IPointSource<ushort> ISlaveDataStore.HoldingRegisters => HoldingRegisters;

    IPointSource<ushort> ISlaveDataStore.InputRegisters => InputRegisters;
}
