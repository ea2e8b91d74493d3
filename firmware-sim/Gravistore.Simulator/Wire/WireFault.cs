namespace Gravistore.Simulator.Wire;

/// <summary>What is wrong now with one device's wire. Written by commands, read by the wire.</summary>
internal sealed class WireFault
{
    /// <summary>Lateness when none is given [ms].</summary>
    public const int DefaultLateMs = 80;

    public const string LateName = "late";

    /// <summary>Names as commands write them.</summary>
    public static readonly (string Text, WireFaultKind Kind)[] Names =
    [
        ("heal", WireFaultKind.None), ("silence", WireFaultKind.Silence), ("cut", WireFaultKind.HalfOpen), ("reset", WireFaultKind.Reset), (LateName, WireFaultKind.Late),
        ("split", WireFaultKind.Split), ("merge", WireFaultKind.Merge), ("wrong-transaction", WireFaultKind.WrongTransaction), ("wrong-unit", WireFaultKind.WrongUnit), ("garbage", WireFaultKind.Garbage),
        ("exception-04", WireFaultKind.Exception04), ("exception-05", WireFaultKind.Exception05), ("exception-06", WireFaultKind.Exception06),
        ("no-function-23", WireFaultKind.NoFunction23),
        ("echo", WireFaultKind.Echo), ("noise", WireFaultKind.Noise), ("bit-flip", WireFaultKind.BitFlip), ("vanish", WireFaultKind.Vanished),
    ];

    /// <summary>Faults that only a TCP connection can have, and only a serial line.</summary>
    public static readonly string[] OfTcp = ["reset", "merge", "wrong-transaction"], OfLines = ["echo", "noise", "bit-flip", "vanish"];

    private volatile int _kind, _lateMs = DefaultLateMs;

    public WireFaultKind Kind => (WireFaultKind)_kind;

    /// <summary>How late answers come [ms].</summary>
    public int LateMs => _lateMs;

    public void Set(WireFaultKind kind, int lateMs = DefaultLateMs)
    {
        _lateMs = lateMs;
        _kind = (int)kind;
    }

    /// <summary>The exception code that requests are refused with; 0 = they are not.</summary>
    public byte ExceptionFor(byte function) => Kind switch
    {
        WireFaultKind.Exception04 => 4,
        WireFaultKind.Exception05 => 5,
        WireFaultKind.Exception06 => 6,
        WireFaultKind.NoFunction23 when function == 23 => 1,
        _ => 0,
    };
}
