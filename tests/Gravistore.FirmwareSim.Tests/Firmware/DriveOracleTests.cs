using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>The six oracles of the ABB Drives profile, and its reference status words.</summary>
public class DriveOracleTests
{
    private const int Mask = ~(StatusBits.Alarm | StatusBits.AboveLimit | StatusBits.External2 | 0x6000);

    [Theory]
    [InlineData(0x047D)]
    [InlineData(0x047B)]
    public void A_run_word_alone_does_not_run_after_an_off(int off)
    {
        HoistRig rig = new HoistRig().Start();
        rig.Send(off, 0, HoistRig.Counts(rig.LoadNm)).Run(3_000);
        Assert.Equal(DriveState.SwitchOnInhibited, rig.Drive.State);
        rig.Send(0x047F).Run(3_000);
        Assert.Equal(DriveState.SwitchOnInhibited, rig.Drive.State);
        Assert.False(rig.Drive.Modulating);
        rig.Start();
    }

    [Fact]
    public void A_run_word_alone_does_not_run_after_a_fault_reset()
    {
        HoistRig rig = new HoistRig().Start();
        rig.Drive.Trip(0x2310);
        rig.Run(1_000);
        rig.Send(0x04FF).Run(20);
        Assert.Equal(DriveState.SwitchOnInhibited, rig.Drive.State);
        rig.Send(0x047F).Run(2_000);
        Assert.Equal(DriveState.SwitchOnInhibited, rig.Drive.State);
        rig.Start();
    }

    [Fact]
    public void B_reset_is_an_edge()
    {
        HoistRig rig = new HoistRig().Run(20);
        rig.Drive.Trip(0x2310);
        rig.Run(5);
        rig.Send(0x04F6).Run(20);
        Assert.False(rig.Drive.Faults.Any);
        rig.Drive.Trip(0x2330);
        rig.Run(500);
        Assert.Equal(0x2330, rig.Drive.Faults.Tripping);
        rig.Send(0x0476).Run(20);
        rig.Send(0x04F6).Run(20);
        Assert.False(rig.Drive.Faults.Any);
    }

    [Fact]
    public void C_without_remote_word_and_references_freeze_but_offs_act()
    {
        HoistRig rig = new HoistRig().Start();
        int held = HoistRig.Counts(rig.LoadNm);
        rig.Send(0x047F, 4_000, held).Run(1_500);
        Assert.InRange(rig.SpeedRpm, 245.0, 255.0);
        rig.Send(0x007F, -4_000, held).Run(500);
        Assert.InRange(rig.SpeedRpm, 245.0, 255.0);
        rig.Send(0x0077, 0, held).Run(500);
        Assert.Equal(DriveState.OperationEnabled, rig.Drive.State);
        rig.Send(0x007E, 0, held).Run(2_500);
        Assert.Equal(DriveState.ReadyToSwitchOn, rig.Drive.State);
        rig.Send(0x007F, 0, held).Run(500);
        Assert.Equal(DriveState.ReadyToSwitchOn, rig.Drive.State);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void D_writing_status_words_is_refused(int address)
    {
        DriveFirmware drive = new HoistRig().Run(20).Drive;
        Assert.Equal(ModbusException.DeviceFailure, drive.Write(address, [0x1234]));
        ushort[] error = new ushort[6];
        drive.Read(89, error);
        Assert.Equal([0, 0x10, 0x70, (ushort)(address + 1), 3, 0], error);
    }

    [Fact]
    public void E_local_clears_remote_ignores_the_word_and_stops_along_the_ramp()
    {
        HoistRig rig = new HoistRig().Start();
        int held = HoistRig.Counts(rig.LoadNm);
        rig.Send(0x047F, 8_000, held).Run(1_500);
        rig.Drive.Local = true;
        rig.Run(200);
        Assert.Equal(0, rig.Drive.StatusWord & StatusBits.Remote);
        Assert.InRange(rig.SpeedRpm, 300.0, 480.0);
        rig.Run(2_500);
        Assert.Equal(DriveState.ReadyToSwitchOn, rig.Drive.State);
        rig.Drive.Local = false;
        rig.Run(1_000);
        Assert.Equal(DriveState.OperationEnabled, rig.Drive.State);
    }

    [Fact]
    public void F_references_above_full_scale_are_legal_and_clamped_by_the_speed_limits()
    {
        HoistRig rig = new HoistRig().Start();
        int held = HoistRig.Counts(rig.LoadNm);
        Assert.Equal(ModbusException.None, rig.Drive.Write(DriveRegisterTests.Wire32(DriveNumber.MaximumSpeed), DriveRegisterTests.Words32(140_000)));
        rig.Send(0x047F, 32_767, held).Run(9_000);
        Assert.False(rig.Drive.Faults.Any);
        Assert.InRange(rig.SpeedRpm, 1_390.0, 1_410.0);
        ushort[] actual = new ushort[1];
        rig.Drive.Read(4, actual);
        Assert.InRange((short)actual[0], 22_300, 22_500);
    }

    [Fact]
    public void Status_words_have_the_reference_values()
    {
        HoistRig rig = new();
        rig.Send(0x047F).Run(5);
        Assert.Equal(0x1270, rig.Drive.StatusWord & Mask);
        rig.Send(0x0476).Run(5);
        Assert.Equal(0x1231, rig.Drive.StatusWord & Mask);
        rig.Send(0x0477).Run(5);
        Assert.Equal(0x1233, rig.Drive.StatusWord & Mask);
        int held = HoistRig.Counts(rig.LoadNm);
        rig.Send(0x047F, 0, held).Run(50);
        Assert.Equal(0x1237, rig.Drive.StatusWord & Mask);
        rig.Send(0x047F, 0, held).Run(600);
        Assert.Equal(0x1337, rig.Drive.StatusWord & Mask);
        Assert.Equal(0x6000, rig.Drive.StatusWord & 0x6000);
        rig.Drive.Trip(0x2310);
        rig.Run(2);
        Assert.Equal(0x1238, rig.Drive.StatusWord & Mask);
        Assert.Equal(0, rig.Drive.StatusWord & 0x6000);
    }

    [Fact]
    public void Off3_keeps_ready_for_reference_until_standstill()
    {
        HoistRig rig = new HoistRig().Start();
        int held = HoistRig.Counts(rig.LoadNm);
        rig.Send(0x047F, 10_000, held).Run(1_500);
        rig.Send(0x047B, 10_000, held).Run(100);
        Assert.Equal(0x1217, rig.Drive.StatusWord & Mask);
        rig.Run(3_000);
        Assert.Equal(DriveState.SwitchOnInhibited, rig.Drive.State);
        Assert.Equal(0x1250, rig.Drive.StatusWord & Mask);
        Assert.False(rig.Drive.Faults.Any);
    }
}
