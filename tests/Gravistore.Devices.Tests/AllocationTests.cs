using Gravistore.Core.Images;

namespace Gravistore.Devices.Tests;

public sealed class AllocationTests
{
    /// <summary>All codecs run a hundred times per second and hoist beside a real-time loop: not one byte per call.</summary>
    [Fact]
    public void No_codec_allocates()
    {
        Cycle cycle = new();
        for (int i = 0; i < 100; i++) cycle.Run(i);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++) cycle.Run(i);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private sealed class Cycle
    {
        private readonly DriveCodec _drive = Profiles.DriveCodec();
        private readonly MeterCodec _float = new(Profiles.Janitza);
        private readonly MeterCodec _sunSpec = new(Profiles.SunSpec);
        private readonly BrakeUnitCodec _brake = new(Profiles.BrakeUnit);
        private readonly HoistIoCodec _hoistIo = new(Profiles.HoistIo);
        private readonly PlantIoCodec _plantIo = new(Profiles.PlantIo);
        private readonly ushort[] _words = new ushort[120];
        private HoistInput _hoist;
        private PlantInput _plant;

        public void Run(int i)
        {
            HoistOutput output = new() { DriveCommand = DriveCommand.Run, SpeedReferenceMps = i * 1e-3, ForceFeedForwardN = double.NaN };
            _drive.Encode(output, _words);
            _brake.Encode(output, _hoist.BrakeState, _words);
            _plantIo.Encode(default, _words);
            _drive.Decode(_words, ref _hoist);
            _brake.Decode(_words, ref _hoist);
            _hoistIo.Decode(_words, ref _hoist);
            _plantIo.Decode(_words, ref _plant);
            _float.Decode(_words, ref _plant);
            _sunSpec.Decode(_words, ref _plant);
        }
    }
}
