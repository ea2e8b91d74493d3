using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Devices;
using Gravistore.Drivers.Checks;
using Gravistore.Drivers.Pins;
using Gravistore.Drivers.Ports;

namespace Gravistore.Drivers;

/// <summary>The devices that a plant has once, as the loop sees them: the grid meter, and the module, or the lines, with chain, key, watchdog and trip request.</summary>
internal sealed class PlantField
{
    private readonly FieldCodecs _codecs;
    private readonly MeterClock _meterClock;
    private readonly PolledPort _meter;
    private readonly CyclicPort? _io;
    private readonly LocalIo? _local;

    public PlantField(PlantParameters plant, FieldLinks links, FieldCodecs codecs, LocalIo? local)
    {
        DeviceProfiles devices = plant.Devices;
        _codecs = codecs;
        _meterClock = new MeterClock(devices.Meter.BlockCount);
        _meter = new PolledPort(links.Device(FieldDeviceKind.Meter), devices.Meter.Function, devices.Meter.BlockAddress, devices.Meter.BlockCount, MeterCheck.Of(devices.Meter));
        if (local?.Wiring.CoversPlant == true) _local = local;
        else _io = new CyclicPort(links.Device(FieldDeviceKind.PlantIo),
            new CyclicMap(devices.PlantIo.WriteAddress, PlantIoCodec.WriteCount, devices.PlantIo.ReadAddress, devices.PlantIo.ReadCount), LifeCheck.At(devices.PlantIo.LifeCounterOffset));
    }

    public IEnumerable<DevicePort> Ports => _io is null ? [_meter] : [_io, _meter];

    public void Take(ref PlantInput image, long nowNs)
    {
        _meter.Read.Take();
        ReadOnlySpan<ushort> meter = _meter.Read.FrontOrNone;
        _codecs.ReadMeter(meter, nowNs - _meterClock.MeasuredNs(meter, _meter.Read.FrontStampNs), ref image);
        _local?.Take(ref image, nowNs);
        if (_io is null) return;
        _io.Read.Take();
        _codecs.ReadPlantIo(_io.Read.FrontOrNone, nowNs - _io.Read.FrontStampNs, ref image);
    }

    public void Send(in PlantOutput output, long nowNs)
    {
        _local?.Send(output, nowNs);
        if (_io is null) return;
        _codecs.PlantIo.Encode(output, _io.Write.Back);
        _io.Write.Publish(nowNs);
    }
}
