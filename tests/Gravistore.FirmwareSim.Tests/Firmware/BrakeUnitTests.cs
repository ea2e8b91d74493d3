using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>The brake unit: three must agree to release, each alone brakes; grading; weak brake; register map.</summary>
public class BrakeUnitTests
{
    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(false, true, true, false)]
    [InlineData(true, false, true, false)]
    [InlineData(true, true, false, false)]
    [InlineData(false, false, true, false)]
    [InlineData(true, false, false, false)]
    public void Release_needs_chain_relay_and_command(bool chain, bool relay, bool command, bool released)
    {
        BrakeRig rig = new();
        rig.Signals.ChainClosed = chain;
        rig.Signals.DriveRelay = relay;
        rig.Run(300);
        if (command) rig.Command(2);
        rig.Run(100);
        Assert.Equal(released, rig.Unit.Released);
        Assert.Equal(released ? 0.0 : 1.0, rig.Actuation.ApplyA);
        Assert.Equal(rig.Actuation.ApplyA, rig.Actuation.ApplyB);
    }

    [Fact]
    public void A_command_without_a_changed_counter_is_none()
    {
        BrakeRig rig = new();
        rig.Signals.ChainClosed = rig.Signals.DriveRelay = true;
        rig.Run(300);
        rig.Unit.Write(40, [2]);
        rig.Run(50);
        Assert.False(rig.Unit.Released);
        rig.Command(2).Run(50);
        Assert.True(rig.Unit.Released);
        rig.Unit.Write(40, [3]);
        rig.Run(50);
        Assert.True(rig.Unit.Released);
    }

    [Theory]
    [InlineData("chain")]
    [InlineData("relay")]
    public void After_a_loss_the_command_must_come_anew(string what)
    {
        BrakeRig rig = new BrakeRig().Release();
        Assert.True(rig.Unit.Released);
        if (what == "chain") rig.Signals.ChainClosed = false;
        else rig.Signals.DriveRelay = false;
        rig.Run(1);
        Assert.False(rig.Unit.Released);
        rig.Signals.ChainClosed = rig.Signals.DriveRelay = true;
        rig.Run(500);
        Assert.False(rig.Unit.Released);
        rig.Command(2).Run(5);
        Assert.True(rig.Unit.Released);
    }

    [Fact]
    public void A_heartbeat_that_stands_still_for_a_second_applies_the_brakes()
    {
        BrakeRig rig = new BrakeRig().Release();
        rig.MasterAlive = false;
        rig.Run(980);
        Assert.True(rig.Unit.Released);
        rig.Run(30);
        Assert.False(rig.Unit.Released);
        Assert.True(rig.Unit.Faults.HasFlag(BrakeUnitFault.MasterLost));
        rig.MasterAlive = true;
        rig.Run(50);
        Assert.False(rig.Unit.Faults.HasFlag(BrakeUnitFault.MasterLost));
        Assert.False(rig.Unit.Released);
        rig.Command(2).Run(5);
        Assert.True(rig.Unit.Released);
    }

    [Fact]
    public void A_lowering_load_is_stopped_near_the_retardation_aimed_at()
    {
        BrakeRig rig = new BrakeRig().Release();
        rig.SpeedMps = 0.8;
        rig.MotorForceN = 0.0;
        rig.Signals.ChainClosed = false;
        double before = rig.TravelM;
        int steps = 0;
        while (rig.SpeedMps > 0.0 && steps++ < 5_000) rig.Run(1);
        // Ideal: 0.8 m/s gains about 0.2 m/s in the dead and rise times, then 1 m/s2.
        Assert.InRange(0.001 * steps, 0.8, 1.5);
        Assert.InRange(rig.TravelM - before, 0.4, 0.9);
        rig.Run(500);
        Assert.Equal(1.0, rig.Actuation.ApplyA);
        Assert.Equal(0.0, rig.SpeedMps);
        Assert.False(rig.Unit.Faults.HasFlag(BrakeUnitFault.WeakBrake));
    }

    [Fact]
    public void A_raised_load_does_not_roll_back()
    {
        BrakeRig rig = new BrakeRig().Release();
        rig.SpeedMps = -0.5;
        rig.MotorForceN = 0.0;
        rig.Signals.ChainClosed = false;
        double furthest = 0.0, atTop = 0.0;
        for (int i = 0; i < 3_000; i++)
        {
            rig.Run(1);
            furthest = Math.Min(furthest, rig.TravelM);
            atTop = rig.TravelM - furthest;
        }
        Assert.InRange(atTop, 0.0, 0.005);
        Assert.Equal(1.0, rig.Actuation.ApplyA);
    }

    [Fact]
    public void A_weak_brake_goes_to_full_force_after_three_tenths_of_a_second()
    {
        BrakeRig rig = new BrakeRig { BrakeForceN = 1_250_000.0 }.Release();
        rig.SpeedMps = 0.5;
        rig.MotorForceN = 0.0;
        rig.Signals.DriveRelay = false;
        rig.Run(395);
        Assert.InRange(rig.Actuation.ApplyA, 0.1, 0.999);
        Assert.False(rig.Unit.Faults.HasFlag(BrakeUnitFault.WeakBrake));
        rig.Run(15);
        Assert.Equal(1.0, rig.Actuation.ApplyA);
        Assert.True(rig.Unit.Faults.HasFlag(BrakeUnitFault.WeakBrake));
        rig.Run(3_000);
        Assert.Equal(0.0, rig.SpeedMps);
    }

    [Fact]
    public void Full_means_full_at_once()
    {
        BrakeRig rig = new BrakeRig().Release();
        rig.SpeedMps = 0.5;
        rig.Command(5).Run(1);
        Assert.Equal(1.0, rig.Actuation.ApplyA);
        Assert.False(rig.Unit.Released);
    }

    [Fact]
    public void A_graded_stop_becomes_full_by_command()
    {
        BrakeRig rig = new BrakeRig().Release();
        rig.SpeedMps = 0.5;
        rig.Command(3).Run(20);
        Assert.InRange(rig.Actuation.ApplyA, 0.05, 0.9);
        Assert.Equal(BrakeUnitStateCode.Applied, rig.Unit.State);
        rig.Command(5).Run(1);
        Assert.Equal(1.0, rig.Actuation.ApplyA);
    }

    [Fact]
    public void Registers_show_magic_heartbeat_state_pressure_and_switches()
    {
        BrakeRig rig = new BrakeRig().Release();
        rig.Signals.DiscTemperatureC = 83.25;
        rig.Run(1);
        ushort[] first = rig.Read(0, 33);
        rig.Run(7);
        ushort[] second = rig.Read(0, 33);
        Assert.Equal(0x4842, first[0]);
        Assert.Equal(7, unchecked((ushort)(second[2] - first[2])));
        Assert.Equal((ushort)BrakeUnitStateCode.Released, first[3]);
        Assert.Equal(0, first[4]);
        Assert.Equal(3, first[26]);
        Assert.Equal([1_400, 1_400], first[30..32]);
        Assert.Equal(832, first[32]);
        rig.Signals.DiscTemperatureC = -12.5;
        rig.Run(1);
        Assert.Equal(-125, (short)rig.Read(32, 1)[0]);
    }

    [Fact]
    public void A_stuck_valve_blocks_the_next_release_until_it_is_acknowledged()
    {
        BrakeRig rig = new BrakeRig().Release();
        rig.PressureStuck = true;
        rig.Command(3).Run(1_500);
        Assert.True(rig.Unit.Faults.HasFlag(BrakeUnitFault.PressureRemains));
        Assert.Equal(BrakeUnitStateCode.Fault, rig.Unit.State);
        rig.Command(2).Run(100);
        Assert.False(rig.Unit.Released);
        rig.PressureStuck = false;
        rig.Command(1).Run(5);
        Assert.Equal(BrakeUnitFault.None, rig.Unit.Faults);
        rig.Command(2).Run(5);
        Assert.True(rig.Unit.Released);
    }

    [Fact]
    public void Low_pressure_and_switches_that_do_not_follow_apply_the_brakes()
    {
        BrakeRig low = new BrakeRig().Release();
        low.PressureStuck = true;
        low.Signals.PressureBBar = 90.0;
        low.Run(501);
        Assert.False(low.Unit.Released);
        Assert.True(low.Unit.Faults.HasFlag(BrakeUnitFault.PressureLow));
        BrakeRig stuck = new() { SwitchesStuck = true };
        stuck.Release().Run(1_100);
        Assert.False(stuck.Unit.Released);
        Assert.True(stuck.Unit.Faults.HasFlag(BrakeUnitFault.AcknowledgeMismatch));
    }

    [Fact]
    public void A_pump_trip_applies_the_brakes()
    {
        BrakeRig rig = new BrakeRig().Release();
        rig.Unit.PumpTripped = true;
        rig.Run(2);
        Assert.False(rig.Unit.Released);
        Assert.Equal(BrakeUnitStateCode.Off, rig.Unit.State);
        rig.Command(1).Run(5);
        Assert.Equal(BrakeUnitStateCode.Off, rig.Unit.State);
        rig.Unit.PumpTripped = false;
        rig.Command(1).Run(5);
        Assert.Equal(BrakeUnitStateCode.Ready, rig.Unit.State);
    }

    [Theory]
    [InlineData(40, 1, 4, ModbusException.DeviceFailure)]
    [InlineData(40, 1, 6, ModbusException.DeviceFailure)]
    [InlineData(43, 1, 0, ModbusException.IllegalAddress)]
    [InlineData(0, 1, 0, ModbusException.IllegalAddress)]
    [InlineData(40, 4, 0, ModbusException.IllegalAddress)]
    public void What_the_unit_does_not_know_is_refused(int address, int count, int value, ModbusException expected)
    {
        BrakeRig rig = new();
        ushort[] words = new ushort[count];
        words[0] = (ushort)value;
        Assert.Equal(expected, rig.Unit.Write(address, words));
        Assert.Equal(0, rig.Read(40, 1)[0]);
    }
}
