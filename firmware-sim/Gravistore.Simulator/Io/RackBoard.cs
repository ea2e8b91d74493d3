using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.Simulator.Io;

/// <summary>What is wrong with a board or its bus.</summary>
internal enum BoardFault { None, Nak, Hang, Slow, Flip, Restart, Noise, Frozen, Intermittent }

/// <summary>A chip on its bus, and what is wrong there. Written by commands, read by the bus.</summary>
internal sealed class RackBoard(SimBoard board, IBusChip chip, ulong seed)
{
    /// <summary>Names as commands write them.</summary>
    public static readonly (string Text, BoardFault Fault)[] Names =
    [
        ("heal", BoardFault.None), ("nak", BoardFault.Nak), ("hang", BoardFault.Hang), ("slow", BoardFault.Slow), ("flip", BoardFault.Flip), ("restart", BoardFault.Restart),
        ("noise", BoardFault.Noise), ("frozen", BoardFault.Frozen), ("intermittent", BoardFault.Intermittent),
    ];

    private const int LookMs = 5, NoiseOneIn = 8;

    private readonly SmallChance _chance = new(seed);
    private volatile int _fault, _ms;
    private volatile bool _stuckBit;

    public SimBoard Board => board;

    public IBusChip Chip => chip;

    public bool IsSpi => board.Kind == "max31865";

    /// <summary>The values that feed the chip do not reach it any more.</summary>
    public bool IsFrozen => (BoardFault)_fault == BoardFault.Frozen;

    public void Spoil(BoardFault fault, int ms)
    {
        _ms = ms;
        if (fault == BoardFault.Flip) chip.SettingBit = _stuckBit = !chip.SettingBit;
        _fault = (int)fault;
    }

    /// <summary>One transfer.</summary>
    /// <param name="world">Whose plant it is.</param>
    /// <param name="write">What the master sends.</param>
    /// <param name="read">Receives what comes back.</param>
    /// <param name="ended">The simulator ends.</param>
    /// <returns>False when nobody acknowledges; on SPI nothing says so, and the line reads high.</returns>
    public bool Transfer(World world, ReadOnlySpan<byte> write, Span<byte> read, Func<bool> ended)
    {
        while ((BoardFault)_fault == BoardFault.Hang && !ended()) Thread.Sleep(LookMs);
        if ((BoardFault)_fault == BoardFault.Slow) Thread.Sleep(_ms);
        bool acknowledged, waits;
        lock (world.Gate)
        {
            acknowledged = Transfer(world.Plant.TimeMs, write, read);
            waits = read.Length > 0 && chip is ConverterChip { IsConverting: true };
        }
        // Its driver asks again and again, and nothing changes before the next step.
        if (waits) Thread.Sleep(1);
        return acknowledged;
    }

    private bool Transfer(long nowMs, ReadOnlySpan<byte> write, Span<byte> read)
    {
        BoardFault fault = (BoardFault)_fault;
        if (fault == BoardFault.Nak || (fault == BoardFault.Intermittent && nowMs % _ms < _ms / 2))
        {
            read.Fill(0xFF);
            return IsSpi;
        }
        if (fault == BoardFault.Restart) chip.PowerUp();
        chip.Transfer(write, read, nowMs);
        if (fault == BoardFault.Flip) chip.SettingBit = _stuckBit;
        if (fault == BoardFault.Restart) _fault = (int)BoardFault.None;
        if (fault == BoardFault.Noise && read.Length > 0 && _chance.Next() % NoiseOneIn == 0) read[(int)(_chance.Next() % (ulong)read.Length)] ^= (byte)(1 << (int)(_chance.Next() % 8));
        return true;
    }
}
