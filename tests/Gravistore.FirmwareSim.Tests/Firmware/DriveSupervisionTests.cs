using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>What trips a drive by itself: lost master, safe torque off, mains, overspeed, stall, temperature.</summary>
public class DriveSupervisionTests
{
    [Theory]
    [InlineData(true, 0x7510)]
    [InlineData(false, 0x6681)]
    public void A_silent_master_trips_the_drive_and_closes_the_brake(bool adapter, int code)
    {
        HoistRig rig = new();
        Set16(rig, DriveNumber.AdapterEnable, adapter ? 1 : 0);
        rig.Start();
        rig.Send(0x047F, -8_000, HoistRig.Counts(rig.LoadNm)).Run(2_000);
        rig.MasterSpeaks = false;
        rig.Run(280);
        Assert.False(rig.Drive.Faults.Any);
        rig.Run(40);
        Assert.Equal(code, rig.Drive.Faults.Tripping);
        Assert.False(rig.Actuation.BrakeRelay);
        Assert.NotEqual(0, rig.Drive.StatusWord & StatusBits.CommunicationError);
        rig.Run(2_000);
        Assert.Equal(0.0, rig.SpeedRadPerS);
    }

    [Fact]
    public void Reads_do_not_feed_the_supervision_unless_any_message_does()
    {
        Assert.True(LostWhileReading(adapter: true, mode: 1));
        Assert.True(LostWhileReading(adapter: false, mode: 2));
        Assert.False(LostWhileReading(adapter: false, mode: 1));
    }

    [Fact]
    public void There_is_no_supervision_during_the_boot_delay()
    {
        HoistRig rig = new(TestDevices.Settings with { BootDelayS = 2.0 }) { MasterSpeaks = false };
        rig.Run(2_300);
        Assert.False(rig.Drive.CommunicationLost);
        rig.Run(10);
        Assert.True(rig.Drive.CommunicationLost);
    }

    [Theory]
    [InlineData(CommunicationLossAction.None, 500.0, false)]
    [InlineData(CommunicationLossAction.LastSpeed, 500.0, true)]
    [InlineData(CommunicationLossAction.SafeSpeed, 100.0, true)]
    [InlineData(CommunicationLossAction.Warning, 500.0, true)]
    public void Other_actions_go_on_in_speed_control(CommunicationLossAction action, double rpm, bool warns)
    {
        HoistRig rig = new();
        Set16(rig, DriveNumber.AdapterLossFunction, (int)action);
        rig.Drive.Write(DriveRegisterTests.Wire32(DriveNumber.SafeSpeed), DriveRegisterTests.Words32(10_000));
        rig.Start();
        rig.Send(0x047F, 8_000, HoistRig.Counts(rig.LoadNm)).Run(6_000);
        rig.MasterSpeaks = false;
        rig.Run(3_000);
        Assert.False(rig.Drive.Faults.Any);
        Assert.InRange(rig.SpeedRpm, rpm - 3.0, rpm + 3.0);
        Assert.Equal(warns, (rig.Drive.StatusWord & StatusBits.Alarm) != 0);
        Assert.NotEqual(0, rig.Drive.StatusWord & StatusBits.CommunicationError);
    }

    [Theory]
    [InlineData(CommunicationLossAction.Fault, false)]
    [InlineData(CommunicationLossAction.FaultAlways, true)]
    public void In_local_only_fault_always_trips(CommunicationLossAction action, bool trips)
    {
        HoistRig rig = new();
        Set16(rig, DriveNumber.AdapterLossFunction, (int)action);
        rig.Drive.Local = true;
        rig.MasterSpeaks = false;
        rig.Run(400);
        Assert.Equal(trips, rig.Drive.Faults.Any);
    }

    [Theory]
    [InlineData(false, false, DriveFaultCode.SafeTorqueOff)]
    [InlineData(false, true, DriveFaultCode.Sto1Lost)]
    [InlineData(true, false, DriveFaultCode.Sto2Lost)]
    public void Safe_torque_off_while_running_blocks_torque_at_once(bool a, bool b, int code)
    {
        HoistRig rig = new HoistRig().Start();
        rig.Signals.StoAClosed = a;
        rig.Signals.StoBClosed = b;
        rig.Run(1);
        Assert.Equal(0.0, rig.Actuation.TorqueReferenceNm);
        Assert.False(rig.Actuation.Modulating);
        Assert.False(rig.Actuation.BrakeRelay);
        Assert.Equal(code, rig.Drive.Faults.Tripping);
    }

    [Fact]
    public void Channels_that_disagree_too_long_are_a_hardware_fault()
    {
        HoistRig rig = new HoistRig().Run(10);
        rig.Signals.StoAClosed = false;
        rig.Run(200);
        Assert.False(rig.Drive.Faults.Any);
        rig.Run(1);
        Assert.Equal(DriveFaultCode.StoHardware, rig.Drive.Faults.Tripping);
    }

    [Fact]
    public void Safe_torque_off_at_rest_is_a_warning_and_inhibits()
    {
        HoistRig rig = new HoistRig().Run(20);
        rig.Signals.StoAClosed = rig.Signals.StoBClosed = false;
        rig.Run(500);
        Assert.False(rig.Drive.Faults.Any);
        Assert.Equal(DriveState.SwitchOnInhibited, rig.Drive.State);
        Assert.Equal(0, rig.Drive.StatusWord & StatusBits.RunEnabled);
        Assert.NotEqual(0, rig.Drive.StatusWord & StatusBits.Alarm);
        rig.Signals.StoAClosed = rig.Signals.StoBClosed = true;
        rig.Run(20);
        Assert.Equal(DriveState.ReadyToSwitchOn, rig.Drive.State);
    }

    [Theory]
    [InlineData(8_000, DriveFaultCode.LinkUndervoltage)]
    [InlineData(-8_000, DriveFaultCode.LinkOvervoltage)]
    public void Lost_mains_trip_by_the_direction_of_power(int counts, int code)
    {
        HoistRig rig = new HoistRig().Start();
        rig.Send(0x047F, counts, HoistRig.Counts(rig.LoadNm)).Run(3_000);
        rig.Signals.MainsOk = false;
        rig.Run(9);
        Assert.False(rig.Drive.Faults.Any);
        rig.Run(1);
        Assert.Equal(code, rig.Drive.Faults.Tripping);
    }

    [Fact]
    public void Mains_that_come_back_leave_the_drive_inhibited()
    {
        HoistRig rig = new HoistRig().Run(20);
        rig.Send(0x0477);
        rig.Signals.MainsOk = false;
        rig.Run(50);
        Assert.Equal(DriveState.MainsOff, rig.Drive.State);
        rig.Signals.MainsOk = true;
        rig.Run(50);
        Assert.Equal(DriveState.SwitchOnInhibited, rig.Drive.State);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(-1.0)]
    public void Overspeed_trips_even_at_rest(double sign)
    {
        HoistRig rig = new HoistRig { LoadNm = 0.0, LiftSwitch = true }.Run(20);
        rig.Signals.MotorSpeedRadPerS = sign * 1_270.0 * Math.PI / 30.0;
        rig.Drive.Step(rig.Signals, ref rig.Actuation);
        Assert.False(rig.Drive.Faults.Any);
        rig.Signals.MotorSpeedRadPerS = sign * 1_280.0 * Math.PI / 30.0;
        rig.Drive.Step(rig.Signals, ref rig.Actuation);
        Assert.Equal(DriveFaultCode.Overspeed, rig.Drive.Faults.Tripping);
    }

    [Fact]
    public void A_blocked_motor_stalls_out()
    {
        HoistRig rig = new HoistRig().Start();
        rig.LiftSwitch = true;
        rig.BrakeStuckClosed = true;
        rig.Send(0x047F, 8_000, HoistRig.Counts(rig.LoadNm)).Run(19_900);
        Assert.False(rig.Drive.Faults.Any);
        rig.Run(500);
        Assert.Equal(DriveFaultCode.MotorStall, rig.Drive.Faults.Tripping);
    }

    [Fact]
    public void A_hot_motor_warns_then_trips()
    {
        HoistRig rig = new HoistRig().Run(20);
        rig.Signals.MotorTemperatureC = 145.0;
        rig.Run(2);
        Assert.False(rig.Drive.Faults.Any);
        Assert.NotEqual(0, rig.Drive.StatusWord & StatusBits.Alarm);
        rig.Signals.MotorTemperatureC = 156.0;
        rig.Run(1);
        Assert.Equal(DriveFaultCode.MotorTemperature, rig.Drive.Faults.Tripping);
    }

    [Fact]
    public void A_cause_that_is_still_there_trips_again_after_the_reset()
    {
        HoistRig rig = new HoistRig().Run(20);
        rig.Signals.MotorTemperatureC = 160.0;
        rig.Run(5);
        rig.Send(0x04F6).Run(20);
        Assert.Equal(DriveState.Fault, rig.Drive.State);
    }

    [Fact]
    public void Further_faults_of_a_trip_stand_behind_the_first()
    {
        HoistRig rig = new HoistRig().Run(20);
        rig.Drive.Trip(0x2310);
        rig.Drive.Trip(0x4210);
        rig.Drive.Trip(0x2310);
        rig.Run(1);
        ushort[] codes = new ushort[5];
        rig.Drive.Read(DriveRegisterTests.Wire16(DriveNumber.TrippingFault), codes);
        Assert.Equal([0x2310, 0x4210, 0, 0, 0], codes);
    }

    private static bool LostWhileReading(bool adapter, int mode)
    {
        HoistRig rig = new();
        Set16(rig, DriveNumber.AdapterEnable, adapter ? 1 : 0);
        Set16(rig, DriveNumber.EmbeddedLossMode, mode);
        rig.MasterSpeaks = false;
        for (int i = 0; i < 50; i++)
        {
            rig.Drive.Read(3, new ushort[10]);
            rig.Run(10);
        }
        return rig.Drive.CommunicationLost;
    }

    private static void Set16(HoistRig rig, int number, int value) =>
        Assert.Equal(ModbusException.None, rig.Drive.Write(DriveRegisterTests.Wire16(number), [(ushort)value]));
}
