using System.Globalization;
using Gravistore.Core.Images;

namespace Gravistore.Devices.Tests;

/// <summary>
/// Worked Modbus/TCP traces of the ABB Drives profile (README of Gravistore.Devices, "Golden vectors"): one FC23 writes control word,
/// REF1, REF2 at wire 0 and reads status word, ACT1, ACT2 at wire 3. The registers are taken out of the telegrams here, byte by byte.
/// </summary>
public sealed class DriveTraceTests
{
    private const string RunTwentyPercent = "00 03 00 00 00 11 01 17 00 03 00 03 00 00 00 03 06 04 7f 0f a0 00 00";
    private const string RunMinusTwentyPercent = "00 04 00 00 00 11 01 17 00 03 00 03 00 00 00 03 06 04 7f f0 60 00 00";
    private const string EmergencyRamp = "00 05 00 00 00 06 01 06 00 00 04 7b";
    private const string AnswerReadyToSwitchOn = "00 01 00 00 00 09 01 17 06 12 31 00 00 00 00";
    private const string AnswerReadyToOperate = "00 02 00 00 00 09 01 17 06 12 33 00 00 00 00";
    private const string AnswerAtSetPoint = "00 03 00 00 00 09 01 17 06 13 37 0f a0 04 e2";
    /// <summary>20 % of 1500 rpm through gear 436 on a drum of 4 m: 300 / 60 / 436 x 4 pi.</summary>
    private const double TwentyPercentMps = 300.0 / 60.0 / 436.0 * Math.PI * 4.0;

    [Fact]
    public void Hoisting_at_twenty_percent_is_ref1_plus_4000() =>
        Assert.Equal(Registers(RunTwentyPercent, 17), Encoded(new HoistOutput { DriveCommand = DriveCommand.Run, SpeedReferenceMps = -TwentyPercentMps }));

    [Fact]
    public void Lowering_at_twenty_percent_is_ref1_minus_4000() =>
        Assert.Equal(Registers(RunMinusTwentyPercent, 17), Encoded(new HoistOutput { DriveCommand = DriveCommand.Run, SpeedReferenceMps = TwentyPercentMps }));

    [Fact]
    public void Emergency_ramp_is_047B() =>
        Assert.Equal(Registers(EmergencyRamp, 10)[0], Encoded(new HoistOutput { DriveCommand = DriveCommand.EmergencyRamp })[0]);

    [Fact]
    public void Answer_ready_to_switch_on() =>
        Assert.Equal(DriveFlags.ReadyToSwitchOn | DriveFlags.Remote, Decoded(AnswerReadyToSwitchOn).Drive);

    [Fact]
    public void Answer_ready_to_operate() =>
        Assert.Equal(DriveFlags.ReadyToSwitchOn | DriveFlags.ReadyToOperate | DriveFlags.Remote, Decoded(AnswerReadyToOperate).Drive);

    [Fact]
    public void Answer_at_set_point_with_an_eighth_of_the_torque_scale()
    {
        HoistInput image = Decoded(AnswerAtSetPoint);
        Assert.True(image.Drive.HasFlag(DriveFlags.AtSetPoint | DriveFlags.OperationEnabled));
        Assert.Equal(-TwentyPercentMps, image.SpeedMps, 1e-12);
        // ACT2 1250 of 10000 is 12.5 % of 46.03 = 200 % of 2716 N m: 679 N m, at the rope 679 x 436 / 2 m.
        Assert.Equal(679.0 * 436.0 / 2.0, image.MotorForceN, 1e-6);
    }

    private static ushort[] Encoded(HoistOutput output)
    {
        ushort[] words = new ushort[DriveCodec.WriteCount];
        Assert.Equal(DriveEncoding.Ok, Profiles.DriveCodec().Encode(output, words));
        return words;
    }

    private static HoistInput Decoded(string answer)
    {
        ushort[] block = new ushort[Profiles.Drive.ReadCount];
        Registers(answer, 9).CopyTo(block, 0);
        HoistInput image = default;
        Assert.Equal(Quality.Good, Profiles.DriveCodec().Decode(block, ref image));
        return image;
    }

    private static ushort[] Registers(string telegram, int firstByte)
    {
        string[] bytes = telegram.Split(' ');
        ushort[] registers = new ushort[(bytes.Length - firstByte) / 2];
        for (int i = 0; i < registers.Length; i++)
            registers[i] = ushort.Parse(bytes[firstByte + 2 * i] + bytes[firstByte + 2 * i + 1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return registers;
    }
}
