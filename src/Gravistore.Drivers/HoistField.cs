using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Devices;
using Gravistore.Drivers.Checks;
using Gravistore.Drivers.Pins;
using Gravistore.Drivers.Ports;

namespace Gravistore.Drivers;

/// <summary>The three devices of one hoist as the loop sees them.</summary>
internal sealed class HoistField
{
    private readonly FieldCodecs _codecs;
    private readonly HoistTelegrams _telegrams;
    private readonly CyclicPort _drive;
    private readonly BrakePort _brake;
    private readonly PolledPort? _io;
    private readonly LocalIo? _local;
    private readonly int _hoist;
    private BrakeUnitState _reported;

    public HoistField(PlantParameters plant, FieldLinks links, FieldCodecs codecs, int hoist, LocalIo? local)
    {
        DeviceProfiles devices = plant.Devices;
        _codecs = codecs;
        _hoist = hoist;
        _local = local;
        _telegrams = new HoistTelegrams(codecs);
        _drive = new CyclicPort(links.Device(FieldDeviceKind.Drive, hoist),
            new CyclicMap(devices.Drive.WriteAddress, DriveCodec.WriteCount, devices.Drive.ReadAddress, devices.Drive.ReadCount), DriveCheck.Of(plant));
        _brake = new BrakePort(links.Device(FieldDeviceKind.BrakeUnit, hoist),
            new CyclicMap(devices.BrakeUnit.WriteAddress, BrakeUnitCodec.WriteCount, devices.BrakeUnit.ReadAddress, devices.BrakeUnit.ReadCount), BrakeCheck.Of(devices.BrakeUnit));
        if (local?.Wiring.CoversHoist(hoist) != true)
            _io = new PolledPort(links.Device(FieldDeviceKind.HoistIo, hoist), 3, devices.HoistIo.ReadAddress, devices.HoistIo.ReadCount, LifeCheck.At(devices.HoistIo.LifeCounterOffset));
    }

    public IEnumerable<DevicePort> Ports => _io is null ? [_drive, _brake] : [_drive, _io, _brake];

    public void Take(ref HoistInput image, long nowNs)
    {
        _drive.Read.Take();
        _codecs.ReadDrive(_drive.Read.FrontOrNone, nowNs - _drive.Read.FrontStampNs, ref image);
        TakeIo(ref image, nowNs);
        _brake.Read.Take();
        _codecs.ReadBrake(_brake.Read.FrontOrNone, nowNs - _brake.Read.FrontStampNs, ref image);
        _reported = image.BrakeState;
        _local?.TakeBrake(ref image, _hoist, nowNs);
    }

    public void Send(in HoistOutput output, long nowNs)
    {
        bool brakeIsDue = _telegrams.Encode(nowNs, output, _reported);
        _telegrams.Drive.CopyTo(_drive.Write.Back);
        _drive.Write.Publish(nowNs);
        if (!brakeIsDue) return;
        _telegrams.Brake.CopyTo(_brake.Write.Back);
        _brake.Write.Publish(nowNs);
    }

    private void TakeIo(ref HoistInput image, long nowNs)
    {
        _local?.Take(ref image, _hoist, nowNs);
        if (_io is null) return;
        _io.Read.Take();
        _codecs.ReadHoistIo(_io.Read.FrontOrNone, nowNs - _io.Read.FrontStampNs, ref image);
    }
}
