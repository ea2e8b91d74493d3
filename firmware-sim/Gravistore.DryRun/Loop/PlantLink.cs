using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Devices;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Loop;

/// <summary>The registers that a plant has once: the grid meter and the plant's input and output module.</summary>
internal sealed class PlantLink
{
    /// <summary>A meter renews its values in this period; values that have not changed for longer may have been renewed unchanged [ms].</summary>
    public const long MeterPeriodMs = 100;

    private readonly MeterCodec _meterCodec;
    private readonly PlantIoCodec _ioCodec;
    private readonly DelayedReader _meter, _io;
    private readonly DelayedWriter _ioOut;
    private readonly ushort[] _outWords = new ushort[PlantIoCodec.WriteCount];
    private readonly ushort[] _meterWords;
    private long _meterChangedMs;

    public PlantLink(SimPlant plant, DeviceProfiles devices, LinkTiming timing, ulong seed)
    {
        _meterCodec = new MeterCodec(devices.Meter);
        _ioCodec = new PlantIoCodec(devices.PlantIo);
        _meter = new DelayedReader(plant.Meter, devices.Meter.BlockAddress, devices.Meter.BlockCount, timing.MeasurementAgeMs);
        _io = new DelayedReader(plant.PlantIo, devices.PlantIo.ReadAddress, devices.PlantIo.ReadCount, timing.MeasurementAgeMs);
        _ioOut = new DelayedWriter(plant.PlantIo, devices.PlantIo.WriteAddress, PlantIoCodec.WriteCount, timing.CommandDelayMs, timing.CommandJitterMs, new JitterSource(seed));
        _meterWords = new ushort[devices.Meter.BlockCount];
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
        image.MeterAgeNs = Links.AgeNs(meter, nowMs, MeterTimeMs(meter, meterMs));
        if (meter.Length > 0) _meterCodec.Decode(meter, ref image);
        ReadOnlySpan<ushort> io = _io.Newest(nowMs, out long ioMs);
        image.IoAgeNs = Links.AgeNs(io, nowMs, ioMs);
        if (io.Length > 0) _ioCodec.Decode(io, ref image);
    }

    /// <summary>Sends watchdog and trip request.</summary>
    public void Write(long nowMs, in PlantOutput output)
    {
        _ioCodec.Encode(output, _outWords);
        _ioOut.Send(nowMs, _outWords);
    }

    /// <summary>When the next write arrives [ms].</summary>
    public long NextDueMs => _ioOut.NextDueMs;

    /// <summary>Hands over what has arrived by now.</summary>
    public void Deliver(long nowMs) => _ioOut.Deliver(nowMs);

    // The meter tells no time: its values are as old as their last change, but not older than its period.
    private long MeterTimeMs(ReadOnlySpan<ushort> words, long takenMs)
    {
        if (words.Length > 0 && !words.SequenceEqual(_meterWords))
        {
            words.CopyTo(_meterWords);
            _meterChangedMs = takenMs;
        }
        return Math.Max(_meterChangedMs, takenMs - MeterPeriodMs);
    }
}
