using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Devices;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Loop;

/// <summary>The registers that a plant has once: the grid meter and the plant's input and output module.</summary>
internal sealed class PlantLink
{
    private const long NsPerMs = 1_000_000;

    private readonly FieldCodecs _codecs;
    private readonly MeterClock _meterClock;
    private readonly DelayedReader _meter, _io;
    private readonly DelayedWriter _ioOut;
    private readonly ushort[] _outWords = new ushort[PlantIoCodec.WriteCount];

    public PlantLink(SimPlant plant, DeviceProfiles devices, FieldCodecs codecs, LinkTiming timing, ulong seed)
    {
        _codecs = codecs;
        _meterClock = new MeterClock(devices.Meter.BlockCount);
        _meter = new DelayedReader(plant.Meter, devices.Meter.BlockAddress, devices.Meter.BlockCount, timing.MeasurementAgeMs);
        _io = new DelayedReader(plant.PlantIo, devices.PlantIo.ReadAddress, devices.PlantIo.ReadCount, timing.MeasurementAgeMs);
        _ioOut = new DelayedWriter(plant.PlantIo, devices.PlantIo.WriteAddress, PlantIoCodec.WriteCount, timing.CommandDelayMs, timing.CommandJitterMs, new JitterSource(seed));
    }

    /// <summary>Accesses that a device refused.</summary>
    public long ReadsRefused => _meter.Refused + _io.Refused;
    public long WritesRefused => _ioOut.Refused;

    /// <summary>Takes the samples that are due.</summary>
    public void Sample(long nowMs)
    {
        _meter.Sample(nowMs);
        _io.Sample(nowMs);
    }

    /// <summary>Fills the plant's image from the newest samples.</summary>
    public void Read(long nowMs, ref PlantInput image)
    {
        ReadOnlySpan<ushort> meter = _meter.Newest(nowMs, out long meterMs);
        _codecs.ReadMeter(meter, NsPerMs * nowMs - _meterClock.MeasuredNs(meter, NsPerMs * meterMs), ref image);
        _codecs.ReadPlantIo(_io.Newest(nowMs, out long ioMs), NsPerMs * (nowMs - ioMs), ref image);
    }

    /// <summary>Sends watchdog and trip request.</summary>
    public void Write(long nowMs, in PlantOutput output)
    {
        _codecs.PlantIo.Encode(output, _outWords);
        _ioOut.Send(nowMs, _outWords);
    }

    /// <summary>Commands take other times from now on.</summary>
    public void Retime(LinkTiming timing) => _ioOut.Retime(timing.CommandDelayMs, timing.CommandJitterMs);

    /// <summary>When the next write arrives [ms].</summary>
    public long NextDueMs => _ioOut.NextDueMs;

    /// <summary>Hands over what has arrived by now.</summary>
    public void Deliver(long nowMs) => _ioOut.Deliver(nowMs);
}
