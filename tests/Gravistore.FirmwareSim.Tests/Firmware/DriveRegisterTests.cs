using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>Register access to a drive: addresses, halves, bounds, error registers, cyclic block.</summary>
public class DriveRegisterTests
{
    public static int Wire16(int number) => number - 1;
    public static int Wire32(int number) => 19_999 + 2 * number;
    public static ushort[] Words32(int value) => [unchecked((ushort)value), unchecked((ushort)(value >> 16))];

    [Theory]
    [InlineData(DriveNumber.MaximumTorque, 1_500, 150.0)]
    [InlineData(DriveNumber.MinimumTorque, -500, -50.0)]
    [InlineData(DriveNumber.BrakeOpenDelay, 75, 0.75)]
    public void A_16_bit_parameter_is_written_and_read_back(int number, int raw, double value)
    {
        DriveFirmware drive = NewDrive();
        Assert.Equal(ModbusException.None, drive.Write(Wire16(number), [unchecked((ushort)raw)]));
        Assert.Equal(value, drive.Parameters[number], 12);
        Assert.Equal(unchecked((ushort)raw), Read(drive, Wire16(number), 1)[0]);
    }

    [Fact]
    public void A_32_bit_parameter_has_its_low_word_first()
    {
        DriveFirmware drive = NewDrive();
        Assert.Equal(ModbusException.None, drive.Write(Wire32(DriveNumber.SpeedScaling), Words32(150_000)));
        Assert.Equal(1_500.0, drive.Parameters[DriveNumber.SpeedScaling]);
        Assert.Equal([150_000 & 0xFFFF, 150_000 >> 16], Read(drive, Wire32(DriveNumber.SpeedScaling), 2));
    }

    [Fact]
    public void A_negative_32_bit_parameter_is_two_s_complement()
    {
        DriveFirmware drive = NewDrive();
        Assert.Equal(ModbusException.None, drive.Write(Wire32(DriveNumber.MinimumSpeed), Words32(-100_000)));
        Assert.Equal(-1_000.0, drive.Parameters[DriveNumber.MinimumSpeed]);
    }

    [Fact]
    public void A_16_bit_parameter_may_be_reached_as_a_pair_with_a_high_word_of_zero()
    {
        DriveFirmware drive = NewDrive();
        Assert.Equal(ModbusException.None, drive.Write(Wire32(DriveNumber.MaximumTorque), Words32(1_234)));
        Assert.Equal(123.4, drive.Parameters[DriveNumber.MaximumTorque], 12);
        Refused(drive, Wire32(DriveNumber.MaximumTorque), Words32(0x1_0000), DriveAccessError.HighWordNotZero);
    }

    [Theory]
    [InlineData(DriveNumber.MaximumTorque, 16_001, DriveAccessError.Limit)]
    [InlineData(DriveNumber.MinimumTorque, 1, DriveAccessError.Limit)]
    [InlineData(DriveNumber.BrakeEnable, 2, DriveAccessError.Limit)]
    [InlineData(DriveNumber.BrakeTorqueMemory, 0, DriveAccessError.ReadOnly)]
    [InlineData(DriveNumber.TrippingFault, 7, DriveAccessError.ReadOnly)]
    [InlineData(DriveNumber.SpeedScaling, 7, DriveAccessError.WrongType)]
    public void A_value_that_may_not_be_is_refused_with_its_reason(int number, int raw, int error) =>
        Refused(NewDrive(), Wire16(number), [unchecked((ushort)raw)], error);

    [Fact]
    public void Half_of_a_pair_is_refused()
    {
        DriveFirmware drive = NewDrive();
        Refused(drive, Wire32(DriveNumber.SpeedScaling), [1], DriveAccessError.FirstHalfLast);
        Refused(drive, Wire32(DriveNumber.SpeedScaling) + 1, [1], DriveAccessError.SecondHalfFirst);
        Assert.Equal(ModbusException.DeviceFailure, drive.Read(Wire32(DriveNumber.SpeedScaling) + 1, new ushort[2]));
        Assert.Equal(DriveAccessError.SecondHalfFirst, Read(drive, 91, 1)[0]);
    }

    [Fact]
    public void A_write_across_groups_ends_with_the_group_and_nothing_is_written()
    {
        DriveDevice device = TestDevices.Janitza.Drive;
        DriveParameter first = device.Parameters[0] with { Group = 44, Index = 99, Name = "last of its group", Bits = 16, Writable = true, Minimum = 0, Maximum = 9, Default = 3, CountsPerUnit = 1 };
        DriveParameter second = first with { Group = 45, Index = 0, Name = "first of the next" };
        DriveFirmware drive = new(device with { Parameters = [.. device.Parameters, first, second] }, TestDevices.Settings);
        Refused(drive, Wire16(4499), [5, 5], DriveAccessError.GroupEnded);
        Assert.Equal(3.0, drive.Parameters[4499]);
    }

    [Fact]
    public void Nothing_of_a_block_is_written_when_one_register_is_refused()
    {
        DriveFirmware drive = NewDrive();
        Refused(drive, Wire16(DriveNumber.MinimumTorque), [unchecked((ushort)-300), 20_000], DriveAccessError.Limit);
        Assert.Equal(-100.0, drive.Parameters[DriveNumber.MinimumTorque]);
        Refused(drive, 0, [0x047F, 1, 2, 3], DriveAccessError.ReadOnly);
        Assert.Equal([0, 0, 0], Read(drive, 0, 3));
    }

    [Theory]
    [InlineData(13, 1)]
    [InlineData(12, 2)]
    [InlineData(88, 1)]
    [InlineData(94, 2)]
    [InlineData(99, 1)]
    [InlineData(101, 1)]
    [InlineData(9_998, 2)]
    [InlineData(9_999, 1)]
    [InlineData(19_997, 1)]
    [InlineData(20_001, 2)]
    [InlineData(39_998, 2)]
    [InlineData(65_535, 2)]
    [InlineData(-1, 1)]
    public void Addresses_outside_the_map_are_exception_02(int address, int count)
    {
        DriveFirmware drive = NewDrive();
        Assert.Equal(ModbusException.IllegalAddress, drive.Read(address, new ushort[count]));
        Assert.Equal(ModbusException.IllegalAddress, drive.Write(address, new ushort[count]));
    }

    [Fact]
    public void An_error_stays_readable_until_the_next_access_that_succeeds()
    {
        DriveFirmware drive = NewDrive();
        Refused(drive, Wire16(DriveNumber.MaximumTorque), [16_001], DriveAccessError.Limit);
        Assert.Equal([0, 0x10, 0x02, DriveNumber.MaximumTorque], Read(drive, 89, 4));
        Read(drive, 3, 1);
        Assert.Equal([0, 0, 0, 0], Read(drive, 89, 4));
        Refused(drive, Wire16(DriveNumber.MaximumTorque), [16_001], DriveAccessError.Limit);
        Assert.Equal(ModbusException.None, drive.Write(89, [1]));
        Assert.Equal([0, 0, 0, 0, 0, 0], Read(drive, 89, 6));
    }

    [Fact]
    public void The_cyclic_block_carries_counter_drum_position_and_fault()
    {
        HoistRig rig = new();
        rig.Signals.DrumPositionCounts = -70_000;
        rig.Run(20);
        rig.Drive.Trip(0x71A3);
        ushort[] before = Read(rig.Drive, 3, 10);
        rig.Run(10);
        ushort[] after = Read(rig.Drive, 3, 10);
        Assert.Equal(10, unchecked((ushort)(after[6] - before[6])));
        Assert.Equal(-70_000, (short)after[8] << 16 | after[7]);
        Assert.Equal(0x71A3, after[9]);
    }

    [Fact]
    public void Words_out_are_stored_and_are_no_sign_of_life()
    {
        HoistRig rig = new() { MasterSpeaks = false };
        for (int i = 0; i < 40; i++)
        {
            Assert.Equal(ModbusException.None, rig.Drive.Write(6, [1, 2, 3]));
            rig.Run(10);
        }
        Assert.Equal([1, 2, 3], Read(rig.Drive, 6, 3));
        Assert.True(rig.Drive.CommunicationLost);
    }

    [Fact]
    public void Monitors_show_what_the_drive_does()
    {
        HoistRig rig = new HoistRig().Start();
        rig.Send(0x047F, 8_000, HoistRig.Counts(rig.LoadNm)).Run(3_000);
        ushort[] speed = Read(rig.Drive, Wire32(DriveNumber.MotorSpeed), 2);
        Assert.InRange(speed[0] | speed[1] << 16, 49_500, 50_500);
        Assert.InRange((short)Read(rig.Drive, Wire16(DriveNumber.MotorTorque), 1)[0], 985, 1_003);
        ushort[] power = Read(rig.Drive, Wire32(DriveNumber.OutputPower), 2);
        Assert.InRange((power[0] | power[1] << 16) / 100.0, 139.0, 143.0);
        Assert.Equal(rig.Drive.StatusWord, Read(rig.Drive, Wire16(DriveNumber.MainStatusWord), 1)[0]);
        Assert.Equal(0x47F, Read(rig.Drive, Wire16(DriveNumber.MainControlWord), 1)[0]);
        Assert.Equal(0x11, Read(rig.Drive, Wire16(DriveNumber.BrakeStatus), 1)[0]);
        Assert.Equal(0x60, Read(rig.Drive, Wire16(DriveNumber.DriveStatusWord1), 1)[0]);
    }

    [Fact]
    public void The_firmware_refuses_settings_out_of_bounds()
    {
        DriveSettings settings = TestDevices.Settings with { MaxTorquePercent = double.NaN };
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() => new DriveFirmware(TestDevices.Janitza.Drive, settings));
        Assert.Contains("30.20", refused.Message);
    }

    private static DriveFirmware NewDrive() => new(TestDevices.Janitza.Drive, TestDevices.Settings);

    private static ushort[] Read(DriveFirmware drive, int address, int count)
    {
        ushort[] words = new ushort[count];
        Assert.Equal(ModbusException.None, drive.Read(address, words));
        return words;
    }

    private static void Refused(DriveFirmware drive, int address, ushort[] words, int error)
    {
        Assert.Equal(ModbusException.DeviceFailure, drive.Write(address, words));
        Assert.Equal(error, Read(drive, 91, 1)[0]);
    }
}
