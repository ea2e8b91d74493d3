using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Devices;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Loop;

/// <summary>All registers between the controller and one hoist: its drive, its input module and its brake unit.</summary>
internal sealed class HoistLink
{
    /// <summary>A brake unit is read in every so many cycles, each hoist's in another one.</summary>
    public const int BrakeReadCycles = 5;
    /// <summary>A brake command that does not change is repeated after this time, so that the unit sees a heartbeat [ms].</summary>
    public const int BrakeRepeatMs = 100;

    private readonly int _hoist;
    private readonly LinkTiming _timing;
    private readonly HoistCodecs _codecs;
    private readonly DelayedReader _drive, _io, _brake;
    private readonly DelayedWriter _driveOut, _brakeOut;
    private readonly ushort[] _driveWords = new ushort[DriveCodec.WriteCount];
    private readonly ushort[] _brakeWords = new ushort[BrakeUnitCodec.WriteCount];
    private int _lastBrakeCommand = -1;
    private long _lastBrakeMs;

    public HoistLink(SimPlant plant, int hoist, DeviceProfiles devices, HoistCodecs codecs, LinkTiming timing, ulong seed)
    {
        _hoist = hoist;
        _timing = timing;
        _codecs = codecs;
        _drive = new DelayedReader(plant.Drive(hoist), devices.Drive.ReadAddress, devices.Drive.ReadCount, timing.MeasurementAgeMs);
        _io = new DelayedReader(plant.HoistIo(hoist), devices.HoistIo.ReadAddress, devices.HoistIo.ReadCount, timing.MeasurementAgeMs);
        _brake = new DelayedReader(plant.BrakeUnit(hoist), devices.BrakeUnit.ReadAddress, devices.BrakeUnit.ReadCount, timing.MeasurementAgeMs);
        JitterSource jitter = new(seed);
        _driveOut = new DelayedWriter(plant.Drive(hoist), devices.Drive.WriteAddress, DriveCodec.WriteCount, timing.CommandDelayMs, timing.CommandJitterMs, jitter);
        _brakeOut = new DelayedWriter(plant.BrakeUnit(hoist), devices.BrakeUnit.WriteAddress, BrakeUnitCodec.WriteCount, timing.CommandDelayMs, timing.CommandJitterMs, jitter);
    }

    /// <summary>Accesses that a device refused.</summary>
    public long ReadsRefused => _drive.Refused + _io.Refused + _brake.Refused;
    public long WritesRefused => _driveOut.Refused + _brakeOut.Refused;

    /// <summary>Takes the samples that are due.</summary>
    public void Sample(long nowMs)
    {
        _drive.Sample(nowMs);
        _io.Sample(nowMs);
        long cycle = (nowMs + _timing.MeasurementAgeMs) / LockStepLoop.CycleMs;
        if (cycle % BrakeReadCycles == _hoist % BrakeReadCycles) _brake.Sample(nowMs);
    }

    /// <summary>Fills the hoist's image from the newest samples.</summary>
    public void Read(long nowMs, ref HoistInput image)
    {
        ReadOnlySpan<ushort> drive = _drive.Newest(nowMs, out long driveMs);
        image.DriveAgeNs = Links.AgeNs(drive, nowMs, driveMs);
        if (drive.Length > 0) _codecs.Drive.Decode(drive, ref image);
        ReadOnlySpan<ushort> io = _io.Newest(nowMs, out long ioMs);
        image.IoAgeNs = Links.AgeNs(io, nowMs, ioMs);
        if (io.Length > 0) _codecs.Io.Decode(io, ref image);
        ReadOnlySpan<ushort> brake = _brake.Newest(nowMs, out long brakeMs);
        image.BrakeAgeNs = Links.AgeNs(brake, nowMs, brakeMs);
        if (brake.Length > 0) _codecs.Brake.Decode(brake, ref image);
    }

    /// <summary>Sends the hoist's outputs: to the drive every cycle, to the brake unit when the command changes and as a heartbeat.</summary>
    public void Write(long nowMs, in HoistOutput output, BrakeUnitState reported)
    {
        _codecs.Drive.Encode(output, _driveWords);
        _driveOut.Send(nowMs, _driveWords);
        _codecs.Brake.Encode(output, reported, _brakeWords);
        if (_brakeWords[0] == _lastBrakeCommand && nowMs - _lastBrakeMs < BrakeRepeatMs) return;
        _lastBrakeCommand = _brakeWords[0];
        _lastBrakeMs = nowMs;
        _brakeOut.Send(nowMs, _brakeWords);
    }

    /// <summary>When the next write arrives [ms].</summary>
    public long NextDueMs => Math.Min(_driveOut.NextDueMs, _brakeOut.NextDueMs);

    /// <summary>Hands over what has arrived by now.</summary>
    public void Deliver(long nowMs)
    {
        _driveOut.Deliver(nowMs);
        _brakeOut.Deliver(nowMs);
    }
}

/// <summary>The codecs of a hoist's devices; every hoist of a plant is alike, so one set serves them all.</summary>
internal sealed record HoistCodecs(DriveCodec Drive, HoistIoCodec Io, BrakeUnitCodec Brake);
