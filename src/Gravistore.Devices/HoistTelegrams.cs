using Gravistore.Core.Images;

namespace Gravistore.Devices;

/// <summary>What is sent to the devices of one hoist: to the drive every cycle, to the brake unit when the command changes and as a heartbeat.</summary>
public sealed class HoistTelegrams
{
    /// <summary>A brake unit is read in every so many cycles, each hoist's in another one.</summary>
    public const int BrakeReadCycles = 5;
    /// <summary>A brake command that does not change is repeated after this time, so that the unit sees a heartbeat [ns].</summary>
    public const long BrakeRepeatNs = 100_000_000;

    private readonly FieldCodecs _codecs;
    private readonly ushort[] _drive = new ushort[DriveCodec.WriteCount];
    private readonly ushort[] _brake = new ushort[BrakeUnitCodec.WriteCount];
    private int _lastBrakeCommand = -1;
    private long _lastBrakeNs;

    public HoistTelegrams(FieldCodecs codecs) => _codecs = codecs;

    /// <summary>The drive's telegram: control word, REF1, REF2.</summary>
    public ReadOnlySpan<ushort> Drive => _drive;
    /// <summary>The brake unit's telegram: command, counter, heartbeat.</summary>
    public ReadOnlySpan<ushort> Brake => _brake;

    /// <summary>Whether a brake unit is read in a cycle.</summary>
    /// <param name="cycle">Number of the cycle.</param>
    /// <param name="hoist">Number of the hoist from 0.</param>
    public static bool IsBrakeRead(long cycle, int hoist) => cycle % BrakeReadCycles == hoist % BrakeReadCycles;

    /// <summary>Brings both telegrams up to date.</summary>
    /// <param name="nowNs">Time [ns], never falling.</param>
    /// <param name="output">Outputs of the hoist.</param>
    /// <param name="reported">State that the brake unit last reported.</param>
    /// <returns>True when the brake unit's telegram is to be sent; the drive's always is.</returns>
    public bool Encode(long nowNs, in HoistOutput output, BrakeUnitState reported)
    {
        _codecs.Drive.Encode(output, _drive);
        _codecs.Brake.Encode(output, reported, _brake);
        if (_brake[0] == _lastBrakeCommand && nowNs - _lastBrakeNs < BrakeRepeatNs) return false;
        _lastBrakeCommand = _brake[0];
        _lastBrakeNs = nowNs;
        return true;
    }
}
