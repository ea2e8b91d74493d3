namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Faults since the last reset, the tripping one first (04.01 to 04.05).</summary>
public sealed class DriveFaultLog
{
    /// <summary>Further faults of one trip are not kept.</summary>
    public const int Capacity = 5;
    private readonly int[] _codes = new int[Capacity];

    public int Count { get; private set; }
    public bool Any => Count > 0;
    /// <summary>04.01: what tripped the drive, 0 = nothing.</summary>
    public int Tripping => _codes[0];
    /// <summary>Code at a place, 0 = none.</summary>
    public int this[int place] => _codes[place];

    /// <summary>Adds a fault unless it is already there.</summary>
    public void Trip(int code)
    {
        if (code == 0 || Count == Capacity || Array.IndexOf(_codes, code, 0, Count) >= 0) return;
        _codes[Count++] = code;
    }

    /// <summary>Forgets every fault; a cause that is still there trips again in the next step.</summary>
    public void Reset()
    {
        Array.Clear(_codes);
        Count = 0;
    }
}
