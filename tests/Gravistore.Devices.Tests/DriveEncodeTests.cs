using CsCheck;
using Gravistore.Core.Images;

namespace Gravistore.Devices.Tests;

public sealed class DriveEncodeTests
{
    private readonly DriveCodec _codec = Profiles.DriveCodec();
    private readonly ushort[] _words = new ushort[DriveCodec.WriteCount];

    /// <summary>Control words of ABB FMBT-21 and the ACS580 firmware manual.</summary>
    [Theory]
    [InlineData(DriveCommand.Off, 0x047E)]
    [InlineData(DriveCommand.Ready, 0x0477)]
    [InlineData(DriveCommand.Run, 0x047F)]
    [InlineData(DriveCommand.EmergencyRamp, 0x047B)]
    [InlineData(DriveCommand.Coast, 0x047D)]
    [InlineData(DriveCommand.FaultReset, 0x04F6)]
    public void Each_command_has_its_control_word(DriveCommand command, int word)
    {
        Assert.Equal(DriveEncoding.Ok, _codec.Encode(new HoistOutput { DriveCommand = command }, _words));
        Assert.Equal(word, _words[0]);
    }

    /// <summary>Leaving the switch-on inhibition needs bits 3..0 = x110 and bit 10; a running drive keeps modulating only with bit 3.</summary>
    [Fact]
    public void Off_leaves_the_inhibition_and_does_not_drop_a_running_load()
    {
        Assert.Equal(0b0110, DriveControlWord.Off & 0b0111);
        Assert.NotEqual(0, DriveControlWord.Off & 0x0400);
        Assert.NotEqual(0, DriveControlWord.Off & 0b1000);
    }

    [Theory]
    [InlineData(DriveCommand.Off, 0, 4096)]
    [InlineData(DriveCommand.Ready, 0, 0)]
    [InlineData(DriveCommand.Run, -4096, 4096)]
    [InlineData(DriveCommand.EmergencyRamp, 0, 4096)]
    [InlineData(DriveCommand.Coast, 0, 0)]
    [InlineData(DriveCommand.FaultReset, 0, 0)]
    public void References_go_out_only_where_they_mean_something(DriveCommand command, int ref1, int ref2)
    {
        _codec.Encode(Output(command, 4096 * _codec.SpeedMpsPerCount, 4096 * _codec.ForceNPerCount), _words);
        Assert.Equal(ref1, (short)_words[1]);
        Assert.Equal(ref2, (short)_words[2]);
    }

    [Theory]
    [InlineData(1.0, -20000)]
    [InlineData(-1.0, 20000)]
    [InlineData(1e300, -20000)]
    public void Speed_saturates_at_full_scale_and_says_so(double speedMps, int ref1)
    {
        Assert.Equal(DriveEncoding.SpeedSaturated, _codec.Encode(Output(DriveCommand.Run, speedMps, 0), _words));
        Assert.Equal(ref1, (short)_words[1]);
    }

    [Theory]
    [InlineData(2e6, 10000)]
    [InlineData(-2e6, -10000)]
    [InlineData(double.MaxValue, 10000)]
    public void Force_saturates_at_full_scale_and_says_so(double forceN, int ref2)
    {
        Assert.Equal(DriveEncoding.ForceSaturated, _codec.Encode(Output(DriveCommand.Run, 0, forceN), _words));
        Assert.Equal(ref2, (short)_words[2]);
    }

    [Theory]
    [InlineData(double.NaN, 0.0)]
    [InlineData(0.0, double.NaN)]
    [InlineData(double.PositiveInfinity, 0.0)]
    [InlineData(0.0, double.NegativeInfinity)]
    public void A_reference_that_is_no_number_becomes_an_emergency_ramp(double speedMps, double forceN)
    {
        foreach (DriveCommand command in Enum.GetValues<DriveCommand>())
        {
            Assert.Equal(DriveEncoding.Refused, _codec.Encode(Output(command, speedMps, forceN), _words));
            Assert.Equal(new ushort[] { 0x047B, 0, 0 }, _words);
        }
    }

    /// <summary>Without its feed-forward a weight held on the motor sinks by most of a metre before the drive's integrator holds it.</summary>
    [Fact]
    public void A_refusal_still_carries_the_load()
    {
        double forceN = 5000 * _codec.ForceNPerCount;
        _codec.Encode(Output(DriveCommand.Run, 0.1, forceN), _words);
        Assert.Equal(DriveEncoding.Refused, _codec.Encode(Output(DriveCommand.Run, 0.1, double.NaN), _words));
        Assert.Equal(new ushort[] { 0x047B, 0, 5000 }, _words);
        Assert.Equal(DriveEncoding.Refused, _codec.Encode(Output(DriveCommand.Run, double.NaN, 0.5 * forceN), _words));
        Assert.Equal(new ushort[] { 0x047B, 0, 2500 }, _words);
        _words[2] = 0x7FFF;
        Assert.Equal(DriveEncoding.Refused | DriveEncoding.ForceSaturated, _codec.Encode(Output(DriveCommand.Run, 0.1, double.NaN), _words));
        Assert.Equal(10000, _words[2]);
    }

    [Fact]
    public void An_unknown_command_becomes_an_emergency_ramp()
    {
        Assert.Equal(DriveEncoding.Refused, _codec.Encode(Output((DriveCommand)99, 0.1, 100 * _codec.ForceNPerCount), _words));
        Assert.Equal(new ushort[] { 0x047B, 0, 100 }, _words);
    }

    [Fact]
    public void Whatever_is_asked_the_drive_gets_a_canonical_word_within_full_scale() =>
        Gen.Select(Gen.Int[-3, 9], Gen.Double, Gen.Double).Sample((command, speedMps, forceN) =>
        {
            ushort[] words = new ushort[DriveCodec.WriteCount];
            DriveEncoding result = _codec.Encode(Output((DriveCommand)command, speedMps, forceN), words);
            bool canonical = words[0] is 0x047E or 0x0477 or 0x047F or 0x047B or 0x047D or 0x04F6;
            bool refusedIsSafe = (result & DriveEncoding.Refused) == 0 || (words[0] == 0x047B && words[1] == 0);
            return canonical && refusedIsSafe && Math.Abs((int)(short)words[1]) <= 20000 && Math.Abs((int)(short)words[2]) <= 10000;
        });

    [Fact]
    public void Too_few_registers_are_a_fault_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => _codec.Encode(default, new ushort[2]));

    private static HoistOutput Output(DriveCommand command, double speedMps, double forceN) =>
        new() { DriveCommand = command, SpeedReferenceMps = speedMps, ForceFeedForwardN = forceN };
}
