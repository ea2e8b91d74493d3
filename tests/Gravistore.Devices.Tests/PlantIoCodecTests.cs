using CsCheck;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Devices.Tests;

public sealed class PlantIoCodecTests
{
    private readonly PlantIoCodec _codec = new(Profiles.PlantIo);

    [Theory]
    [InlineData(0b1011, PlantSignals.ChainClosed)]
    [InlineData(0b1111, PlantSignals.ChainClosed | PlantSignals.ResetKey)]
    [InlineData(0b1000, PlantSignals.EmergencyStop)]
    [InlineData(0b0010, PlantSignals.Overspeed)]
    [InlineData(0b0000, PlantSignals.EmergencyStop | PlantSignals.Overspeed)]
    public void Signals(int word, PlantSignals signals)
    {
        PlantInput image = default;
        Assert.Equal(Quality.Good, _codec.Decode([(ushort)word, 65535], ref image));
        Assert.Equal(signals, image.Signals);
        Assert.Equal(65535, image.IoLifeCounter);
        Assert.Equal(Quality.Good, image.IoQuality);
    }

    [Theory]
    [InlineData(0, 0, 0b10)]
    [InlineData(1, 0, 0b11)]
    [InlineData(0, 1, 0b00)]
    [InlineData(1, 1, 0b01)]
    [InlineData(3, 2, 0b01)]
    public void Watchdog_toggles_and_a_trip_request_drops_its_line(int watchdog, int tripRequest, int word)
    {
        ushort[] words = new ushort[PlantIoCodec.WriteCount];
        _codec.Encode(new PlantOutput { Watchdog = watchdog, TripRequest = tripRequest }, words);
        Assert.Equal(word, words[0]);
    }

    [Fact]
    public void A_short_block_is_bad_and_leaves_the_signals()
    {
        PlantInput image = new() { Signals = PlantSignals.ChainClosed, IoQuality = Quality.Good };
        Assert.Equal(Quality.Bad, _codec.Decode(new ushort[1], ref image));
        Assert.Equal(Quality.Bad, image.IoQuality);
        Assert.Equal(PlantSignals.ChainClosed, image.Signals);
    }

    [Fact]
    public void Only_the_declared_bits_count() =>
        Gen.UShort.Sample(word =>
        {
            PlantInput all = default, masked = default;
            _codec.Decode([word, 0], ref all);
            _codec.Decode([(ushort)(word & 0xF), 0], ref masked);
            return all.Signals == masked.Signals;
        });

    [Fact]
    public void Profiles_that_cannot_work_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new PlantIoCodec(Profiles.PlantIo with { NoTripRequestBit = 0 }));
        Assert.Throws<ArgumentException>(() => new PlantIoCodec(Profiles.PlantIo with { LifeCounterOffset = 2 }));
        Assert.Throws<ArgumentException>(() => new PlantIoCodec(Profiles.PlantIo with { ChainClosed = new DigitalInput(-1, true) }));
    }
}
