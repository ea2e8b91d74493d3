using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Devices;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Loop;

/// <summary>All registers between the controller and one hoist: its drive, its input module and its brake unit.</summary>
internal sealed class HoistLink
{
    private const long NsPerMs = 1_000_000;

    private readonly int _hoist;
    private readonly LinkTiming _timing;
    private readonly FieldCodecs _codecs;
    private readonly HoistTelegrams _telegrams;
    private readonly DelayedReader _drive, _io, _brake;
    private readonly DelayedWriter _driveOut, _brakeOut;

    public HoistLink(SimPlant plant, int hoist, DeviceProfiles devices, FieldCodecs codecs, LinkTiming timing, ulong seed)
    {
        _hoist = hoist;
        _timing = timing;
        _codecs = codecs;
        _telegrams = new HoistTelegrams(codecs);
        _drive = new DelayedReader(plant.Drive(hoist), devices.Drive.ReadAddress, devices.Drive.ReadCount, timing.MeasurementAgeMs);
        _io = new DelayedReader(plant.HoistIo(hoist), devices.HoistIo.ReadAddress, devices.HoistIo.ReadCount, timing.MeasurementAgeMs);
        _brake = new DelayedReader(plant.BrakeUnit(hoist), devices.BrakeUnit.ReadAddress, devices.BrakeUnit.ReadCount, timing.MeasurementAgeMs);
        JitterSource jitter = new(seed);
        _driveOut = new DelayedWriter(plant.Drive(hoist), devices.Drive.WriteAddress, DriveCodec.WriteCount, timing.CommandDelayMs + timing.LineMs, timing.CommandJitterMs, jitter);
        _brakeOut = new DelayedWriter(plant.BrakeUnit(hoist), devices.BrakeUnit.WriteAddress, BrakeUnitCodec.WriteCount, timing.CommandDelayMs, timing.CommandJitterMs, jitter);
    }

    /// <summary>Accesses that a device refused.</summary>
    public long ReadsRefused => _drive.Refused + _io.Refused + _brake.Refused;
    public long WritesRefused => _driveOut.Refused + _brakeOut.Refused;

    /// <summary>Takes the samples that are due.</summary>
    public void Sample(long nowMs)
    {
        long cycle = (nowMs + _timing.MeasurementAgeMs) / LockStepLoop.CycleMs;
        // What a drive answers with the outputs of one cycle is known in the next.
        if (_timing.IsDriveAsked(cycle - 1, _hoist)) _drive.Sample(nowMs);
        _io.Sample(nowMs);
        if (HoistTelegrams.IsBrakeRead(cycle, _hoist)) _brake.Sample(nowMs);
    }

    /// <summary>Fills the hoist's image from the newest samples.</summary>
    public void Read(long nowMs, ref HoistInput image)
    {
        _codecs.ReadDrive(_drive.Newest(nowMs, out long driveMs), NsPerMs * (nowMs - driveMs), ref image);
        _codecs.ReadHoistIo(_io.Newest(nowMs, out long ioMs), NsPerMs * (nowMs - ioMs), ref image);
        _codecs.ReadBrake(_brake.Newest(nowMs, out long brakeMs), NsPerMs * (nowMs - brakeMs), ref image);
    }

    /// <summary>Sends the hoist's outputs: to the drive every cycle, to the brake unit when the command changes and as a heartbeat.</summary>
    public void Write(long nowMs, in HoistOutput output, BrakeUnitState reported)
    {
        bool brakeIsDue = _telegrams.Encode(NsPerMs * nowMs, output, reported);
        if (_timing.IsDriveAsked(nowMs / LockStepLoop.CycleMs, _hoist)) _driveOut.Send(nowMs, _telegrams.Drive);
        if (brakeIsDue) _brakeOut.Send(nowMs, _telegrams.Brake);
    }

    /// <summary>Commands take other times from now on.</summary>
    public void Retime(LinkTiming timing)
    {
        _driveOut.Retime(timing.CommandDelayMs + timing.LineMs, timing.CommandJitterMs);
        _brakeOut.Retime(timing.CommandDelayMs, timing.CommandJitterMs);
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
