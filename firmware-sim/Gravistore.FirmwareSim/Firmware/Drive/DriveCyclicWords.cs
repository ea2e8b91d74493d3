namespace Gravistore.FirmwareSim.Firmware;

/// <summary>
/// The words a master writes every cycle, and what of them is in force. Without the REMOTE bit a word changes nothing but that an OFF
/// command it contains acts, and stays until a word with the REMOTE bit takes it back.
/// </summary>
public sealed class DriveCyclicWords
{
    /// <summary>Control word, REF1, REF2, three words out: as written.</summary>
    private readonly ushort[] _written = new ushort[WordCount];

    /// <summary>Words a master may write.</summary>
    public const int WordCount = 6;
    private const int OutAt = 3;

    /// <summary>Control word in force.</summary>
    public int ControlWord { get; private set; }
    /// <summary>Speed reference in force [counts].</summary>
    public int SpeedReference { get; private set; }
    /// <summary>Additive torque reference in force [counts].</summary>
    public int TorqueReference { get; private set; }
    /// <summary>A rising edge of the reset bit has come and waits to be taken.</summary>
    public bool ResetEdge { get; private set; }
    /// <summary>REF2 was written since it was last asked.</summary>
    public bool TorqueRefreshed { get; private set; }

    /// <summary>Word as last written.</summary>
    public ushort Written(int index) => _written[index];

    /// <summary>Takes over words from place <paramref name="first"/>.</summary>
    public void Receive(int first, ReadOnlySpan<ushort> words)
    {
        words.CopyTo(_written.AsSpan(first));
        if (first >= OutAt) return;
        int word = _written[0];
        if ((word & ControlBits.Remote) == 0)
        {
            ControlWord &= word | ~ControlBits.Offs;
            return;
        }
        ResetEdge |= (word & ~ControlWord & ControlBits.Reset) != 0;
        ControlWord = word;
        SpeedReference = (short)_written[1];
        if (first + words.Length <= 2) return;
        TorqueReference = (short)_written[2];
        TorqueRefreshed = true;
    }

    /// <summary>Whether a reset edge waits; it is gone after that.</summary>
    public bool TakeResetEdge()
    {
        bool edge = ResetEdge;
        ResetEdge = false;
        return edge;
    }

    /// <summary>Whether REF2 was refreshed since the last call.</summary>
    public bool TakeTorqueRefresh()
    {
        bool refreshed = TorqueRefreshed;
        TorqueRefreshed = false;
        return refreshed;
    }

    /// <summary>Adds what the next steps depend on to a hash.</summary>
    internal ulong Hash(ulong seed) => FirmwareHash.Add(seed,
        ((long)ControlWord << 34) ^ ((long)(ushort)SpeedReference << 18) ^ ((long)(ushort)TorqueReference << 2) ^ (ResetEdge ? 1 : 0) ^ (TorqueRefreshed ? 2 : 0));
}
