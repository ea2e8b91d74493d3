using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Devices;

/// <summary>
/// The codecs of a plant's devices, and how a block of registers and its age become the controller's images: the same for a dry run in memory and for
/// a wire. Every hoist of a plant is alike, so one set serves them all. An empty block stands for one that was never received.
/// </summary>
public sealed class FieldCodecs
{
    /// <summary>Age of an image that was never received: a year [ns].</summary>
    public const long NeverNs = 365L * 86400 * 1_000_000_000;

    private readonly DriveCodec _drive;
    private readonly HoistIoCodec _hoistIo;
    private readonly BrakeUnitCodec _brake;
    private readonly MeterCodec _meter;
    private readonly PlantIoCodec _plantIo;

    /// <exception cref="ArgumentException">A device profile cannot work; the message names what is wrong.</exception>
    public FieldCodecs(PlantParameters plant)
        : this(plant.Devices, plant.Hoist, plant.Drive)
    {
    }

    /// <exception cref="ArgumentException">A device profile cannot work; the message names what is wrong.</exception>
    public FieldCodecs(DeviceProfiles devices, HoistParameters hoist, DriveParameters drive)
    {
        _drive = new DriveCodec(devices.Drive, hoist, drive);
        _hoistIo = new HoistIoCodec(devices.HoistIo);
        _brake = new BrakeUnitCodec(devices.BrakeUnit);
        _meter = new MeterCodec(devices.Meter);
        _plantIo = new PlantIoCodec(devices.PlantIo);
    }

    public DriveCodec Drive => _drive;
    public BrakeUnitCodec Brake => _brake;
    public PlantIoCodec PlantIo => _plantIo;

    /// <summary>Takes over a drive's block.</summary>
    /// <param name="words">The block as read.</param>
    /// <param name="ageNs">Its age [ns].</param>
    /// <param name="image">The hoist's image.</param>
    public void ReadDrive(ReadOnlySpan<ushort> words, long ageNs, ref HoistInput image)
    {
        image.DriveAgeNs = AgeOf(words, ageNs);
        if (words.Length > 0) _drive.Decode(words, ref image);
    }

    /// <summary>Takes over the block of a hoist's input module.</summary>
    public void ReadHoistIo(ReadOnlySpan<ushort> words, long ageNs, ref HoistInput image)
    {
        image.IoAgeNs = AgeOf(words, ageNs);
        if (words.Length > 0) _hoistIo.Decode(words, ref image);
    }

    /// <summary>Takes over a brake unit's block.</summary>
    public void ReadBrake(ReadOnlySpan<ushort> words, long ageNs, ref HoistInput image)
    {
        image.BrakeAgeNs = AgeOf(words, ageNs);
        if (words.Length > 0) _brake.Decode(words, ref image);
    }

    /// <summary>Takes over the meter's block; see <see cref="MeterClock"/> for its age.</summary>
    public void ReadMeter(ReadOnlySpan<ushort> words, long ageNs, ref PlantInput image)
    {
        image.MeterAgeNs = AgeOf(words, ageNs);
        if (words.Length > 0) _meter.Decode(words, ref image);
    }

    /// <summary>Takes over the block of the plant's module.</summary>
    public void ReadPlantIo(ReadOnlySpan<ushort> words, long ageNs, ref PlantInput image)
    {
        image.IoAgeNs = AgeOf(words, ageNs);
        if (words.Length > 0) _plantIo.Decode(words, ref image);
    }

    private static long AgeOf(ReadOnlySpan<ushort> words, long ageNs) => words.Length == 0 ? NeverNs : ageNs;
}
