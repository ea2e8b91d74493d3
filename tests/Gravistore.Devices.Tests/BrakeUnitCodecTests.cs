using CsCheck;
using Gravistore.Core.Images;

namespace Gravistore.Devices.Tests;

public sealed class BrakeUnitCodecTests
{
    private readonly BrakeUnitCodec _codec = new(Profiles.BrakeUnit);

    [Theory]
    [InlineData(BrakeCommand.Apply, BrakeUnitState.Ready, 3)]
    [InlineData(BrakeCommand.Apply, BrakeUnitState.Released, 3)]
    [InlineData(BrakeCommand.Apply, BrakeUnitState.Off, 1)]
    [InlineData(BrakeCommand.Release, BrakeUnitState.Ready, 2)]
    [InlineData(BrakeCommand.Release, BrakeUnitState.Off, 1)]
    [InlineData(BrakeCommand.ApplyFull, BrakeUnitState.Released, 5)]
    [InlineData(BrakeCommand.ApplyFull, BrakeUnitState.Off, 5)]
    [InlineData((BrakeCommand)77, BrakeUnitState.Released, 3)]
    public void Commands(BrakeCommand command, BrakeUnitState reported, int word)
    {
        ushort[] words = new ushort[BrakeUnitCodec.WriteCount];
        _codec.Encode(new HoistOutput { BrakeCommand = command, Heartbeat = 7 }, reported, words);
        Assert.Equal(new ushort[] { (ushort)word, 7, 7 }, words);
    }

    [Fact]
    public void Only_a_release_command_releases() =>
        Gen.Select(Gen.Int, Gen.Int[-1, 7]).Sample((command, state) =>
        {
            ushort[] words = new ushort[BrakeUnitCodec.WriteCount];
            _codec.Encode(new HoistOutput { BrakeCommand = (BrakeCommand)command }, (BrakeUnitState)state, words);
            return words[0] != 2 || command == (int)BrakeCommand.Release;
        });

    [Fact]
    public void The_heartbeat_moves_every_cycle_and_wraps()
    {
        ushort[] telegram = new ushort[BrakeUnitCodec.WriteCount];
        Send(telegram, BrakeCommand.Apply, 65536 + 5);
        Assert.Equal(5, telegram[2]);
        Send(telegram, BrakeCommand.Apply, 65536 + 6);
        Assert.Equal(6, telegram[2]);
    }

    [Fact]
    public void A_release_that_goes_on_is_no_new_command()
    {
        ushort[] telegram = new ushort[BrakeUnitCodec.WriteCount];
        Send(telegram, BrakeCommand.Apply, 1);
        Send(telegram, BrakeCommand.Release, 2);
        ushort given = telegram[1];
        for (int beat = 3; beat < 300; beat++)
        {
            Send(telegram, BrakeCommand.Release, beat);
            Assert.Equal(given, telegram[1]);
        }
        Send(telegram, BrakeCommand.Apply, 300);
        ushort applied = telegram[1];
        Assert.NotEqual(given, applied);
        Send(telegram, BrakeCommand.Release, 301);
        Assert.NotEqual(applied, telegram[1]);
    }

    [Fact]
    public void Every_change_of_command_moves_the_counter() =>
        Gen.Select(Gen.UShort, Gen.Int, Gen.Int[0, 2], Gen.Int[0, 2]).Sample((counter, beat, before, after) =>
        {
            ushort[] telegram = [(ushort)(before == 0 ? 3 : before == 1 ? 2 : 5), counter, 0];
            Send(telegram, (BrakeCommand)after, beat);
            return (telegram[1] != counter) == (before != after);
        });

    [Fact]
    public void A_unit_that_stays_off_is_asked_again_to_start()
    {
        ushort[] telegram = new ushort[BrakeUnitCodec.WriteCount];
        _codec.Encode(new HoistOutput { Heartbeat = 8 }, BrakeUnitState.Off, telegram);
        ushort first = telegram[1];
        _codec.Encode(new HoistOutput { Heartbeat = 9 }, BrakeUnitState.Off, telegram);
        Assert.NotEqual(first, telegram[1]);
    }

    [Fact]
    public void A_healthy_unit()
    {
        HoistInput image = default;
        Assert.Equal(Quality.Good, _codec.Decode(Block(state: 3, pressureA: 1305, pressureB: 1298, discTenths: -55, faults: 0x21, heartbeat: 65000), ref image));
        Assert.Equal(Quality.Good, image.BrakeQuality);
        Assert.Equal(130.5, image.PressureABar);
        Assert.Equal(129.8, image.PressureBBar);
        Assert.Equal(-5.5, image.DiscTemperatureC);
        Assert.Equal(BrakeUnitState.Released, image.BrakeState);
        Assert.Equal(0x21, image.BrakeFaultBits);
        Assert.Equal(65000, image.BrakeHeartbeat);
    }

    [Fact]
    public void Another_device_under_the_address_is_bad()
    {
        ushort[] block = Block();
        block[0] = 0x4843;
        AssertBad(block);
    }

    [Fact]
    public void An_unknown_state_is_bad() => AssertBad(Block(state: 6));

    [Fact]
    public void A_missing_sensor_is_bad()
    {
        AssertBad(Block(pressureA: -32768));
        AssertBad(Block(pressureB: -32768));
        AssertBad(Block(discTenths: -32768));
    }

    [Fact]
    public void A_short_block_is_bad() => AssertBad(Block().AsSpan(0, 32).ToArray());

    [Fact]
    public void Garbage_decodes_to_finite_values_and_declared_states() =>
        Gen.UShort.Array[0, 40].Sample(words =>
        {
            if (words.Length > 0 && words[0] % 2 == 0) words[0] = 0x4842;
            HoistInput image = default;
            _codec.Decode(words, ref image);
            return double.IsFinite(image.PressureABar) && double.IsFinite(image.PressureBBar) && double.IsFinite(image.DiscTemperatureC) && Enum.IsDefined(image.BrakeState);
        });

    [Fact]
    public void Profiles_that_cannot_work_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new BrakeUnitCodec(Profiles.BrakeUnit with { PressureOffset = 32 }));
        Assert.Throws<ArgumentException>(() => new BrakeUnitCodec(Profiles.BrakeUnit with { Magic = 70000 }));
        Assert.Throws<ArgumentException>(() => new BrakeUnitCodec(Profiles.BrakeUnit with { CommandFull = -1 }));
    }

    private void Send(ushort[] telegram, BrakeCommand command, int heartbeat) =>
        _codec.Encode(new HoistOutput { BrakeCommand = command, Heartbeat = heartbeat }, BrakeUnitState.Ready, telegram);

    private void AssertBad(ushort[] block)
    {
        HoistInput image = new() { PressureABar = 12, BrakeState = BrakeUnitState.Ready };
        Assert.Equal(Quality.Bad, _codec.Decode(block, ref image));
        Assert.Equal(Quality.Bad, image.BrakeQuality);
        Assert.Equal(12.0, image.PressureABar);
        Assert.Equal(BrakeUnitState.Ready, image.BrakeState);
    }

    private static ushort[] Block(int state = 2, int pressureA = 0, int pressureB = 0, int discTenths = 200, int faults = 0, int heartbeat = 0)
    {
        ushort[] block = new ushort[33];
        block[0] = 0x4842;
        block[2] = (ushort)heartbeat;
        block[3] = (ushort)state;
        block[4] = (ushort)faults;
        block[30] = unchecked((ushort)pressureA);
        block[31] = unchecked((ushort)pressureB);
        block[32] = unchecked((ushort)discTenths);
        return block;
    }
}
