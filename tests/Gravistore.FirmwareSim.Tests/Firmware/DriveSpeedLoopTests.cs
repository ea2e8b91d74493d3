using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>Speed mode on a one-mass hoist: taking over the load, following, limits, stops.</summary>
public class DriveSpeedLoopTests
{
    [Fact]
    public void The_load_neither_drops_nor_jumps_when_the_brake_opens_with_the_right_feed_forward()
    {
        HoistRig rig = new HoistRig().Start();
        rig.Run(2_000);
        Assert.InRange(rig.TravelM, -0.0005, 0.0005);
    }

    [Fact]
    public void The_load_drops_less_than_two_millimetres_when_it_opens_from_the_torque_memory()
    {
        HoistRig rig = new HoistRig().Start();
        rig.Send(0x047E, 0, HoistRig.Counts(rig.LoadNm)).Run(3_000);
        Assert.Equal(DriveState.ReadyToSwitchOn, rig.Drive.State);
        Assert.InRange(rig.Drive.TorqueMemoryNm, 2_650.0, 2_750.0);
        rig.Drive.Write(DriveRegisterTests.Wire16(DriveNumber.BrakeOpenTorqueSource), [0]);
        double before = rig.TravelM;
        rig.Start(torqueReference: 0);
        rig.Run(2_000);
        Assert.InRange(rig.TravelM - before, -0.002, 0.002);
        Assert.InRange(rig.SpeedRpm, -1.0, 1.0);
    }

    [Fact]
    public void The_controller_takes_over_what_the_feed_forward_lacks()
    {
        HoistRig rig = new HoistRig().Start(HoistRig.Counts(0.9 * 2_700.0));
        rig.Run(4_000);
        Assert.InRange(rig.SpeedRpm, -1.0, 1.0);
        Assert.InRange(rig.TorqueNm, 2_690.0, 2_710.0);
        Assert.InRange(rig.Drive.AdditiveTorqueNm, 2_425.0, 2_435.0);
    }

    [Theory]
    [InlineData(8_000)]
    [InlineData(-8_000)]
    public void The_speed_follows_the_reference_at_once(int counts)
    {
        HoistRig rig = new HoistRig().Start();
        rig.Send(0x047F, counts, HoistRig.Counts(rig.LoadNm)).Run(3_000);
        Assert.InRange(rig.SpeedRpm, counts / 16.0 - 1.0, counts / 16.0 + 1.0);
        Assert.InRange(rig.Drive.ActualSpeedCounts, counts - 20, counts + 20);
        Assert.NotEqual(0, rig.Drive.StatusWord & StatusBits.AtSetPoint);
    }

    [Fact]
    public void Expiry_of_the_additive_torque_is_bumpless()
    {
        HoistRig rig = new HoistRig().Start();
        rig.Drive.Write(DriveRegisterTests.Wire16(DriveNumber.AdapterLossTime), [50]);
        rig.Run(500);
        rig.MasterSpeaks = false;
        double lowest = double.MaxValue, highest = 0.0;
        for (int i = 0; i < 200; i++)
        {
            rig.Run(1);
            lowest = Math.Min(lowest, rig.Drive.TorqueReferenceNm);
            highest = Math.Max(highest, rig.Drive.TorqueReferenceNm);
            if (i < 35) Assert.True(rig.Drive.AdditiveTorqueNm > 0.0);
            if (i > 55) Assert.Equal(0.0, rig.Drive.AdditiveTorqueNm);
        }
        Assert.InRange(highest - lowest, 0.0, 5.0);
        rig.MasterSpeaks = true;
        rig.Run(20);
        Assert.True(rig.Drive.AdditiveTorqueNm > 2_690.0);
        Assert.InRange(rig.Drive.TorqueReferenceNm, lowest - 5.0, highest + 5.0);
    }

    [Fact]
    public void The_additive_torque_is_limited_to_full_scale()
    {
        HoistRig rig = new HoistRig().Run(5);
        rig.Send(0x0476, 0, 20_000).Run(2);
        Assert.Equal(2.0 * 2_716.0, rig.Drive.AdditiveTorqueNm, 6);
        rig.Send(0x0476, 0, -20_000).Run(2);
        Assert.Equal(-2.0 * 2_716.0, rig.Drive.AdditiveTorqueNm, 6);
    }

    [Fact]
    public void Torque_stays_within_its_limits_and_the_integrator_does_not_wind_up()
    {
        HoistRig rig = new(TestDevices.Settings with { MaxTorquePercent = 120.0 });
        rig.Start();
        rig.Send(0x047F, 16_000, HoistRig.Counts(rig.LoadNm));
        double overshoot = 0.0;
        for (int i = 0; i < 8_000; i++)
        {
            rig.Run(1);
            Assert.InRange(rig.Actuation.TorqueReferenceNm, -2_716.0, 1.2 * 2_716.0);
            overshoot = Math.Max(overshoot, rig.SpeedRpm - 1_000.0);
        }
        Assert.InRange(overshoot, 0.0, 30.0);
        Assert.InRange(rig.SpeedRpm, 999.0, 1_001.0);
    }

    [Theory]
    [InlineData(0x047E, 0.6)]
    [InlineData(0x047B, 0.4)]
    public void Ramp_stops_take_their_own_time_and_end_with_the_brake_closed(int controlWord, double rampS)
    {
        HoistRig rig = new HoistRig().Start();
        rig.Send(0x047F, -8_000, HoistRig.Counts(rig.LoadNm)).Run(3_000);
        rig.Send(controlWord, -8_000, HoistRig.Counts(rig.LoadNm));
        int steps = 0;
        while (rig.SpeedRpm < -25.0 && steps < 5_000)
        {
            rig.Run(1);
            steps++;
        }
        Assert.InRange(0.001 * steps, 0.95 * rampS - 0.02, rampS + 0.15);
        rig.Run(3_000);
        Assert.False(rig.Drive.Modulating);
        Assert.Equal(0.0, rig.SpeedRadPerS);
        Assert.False(rig.Drive.Faults.Any);
    }

    // A soft loop alone lags behind the ramp and swings back; the torque of the ramp itself takes that away.
    [Fact]
    public void Acceleration_compensation_ends_an_emergency_ramp_without_turning_back()
    {
        double TurnsBackM(double compensationS)
        {
            HoistRig rig = new(TestDevices.Settings with { SpeedGain = 1.6, SpeedIntegrationS = 1.0, AccelerationCompensationS = compensationS });
            rig.Start();
            rig.Send(0x047F, -8_000, HoistRig.Counts(rig.LoadNm)).Run(8_000);
            rig.Send(0x047B, -8_000, HoistRig.Counts(rig.LoadNm));
            double lowest = 0.0;
            for (int i = 0; i < 6_000; i++)
            {
                rig.Run(1);
                lowest = Math.Min(lowest, rig.TravelM);
            }
            Assert.Equal(DriveState.SwitchOnInhibited, rig.Drive.State);
            return rig.TravelM - lowest;
        }
        Assert.InRange(TurnsBackM(HoistRig.InertiaKgM2 * 1250.0 * Math.PI / 30.0 / 2716.0), 0.0, 0.002);
        Assert.InRange(TurnsBackM(0.0), 0.02, 0.2);
    }

    [Fact]
    public void Off2_coasts()
    {
        HoistRig rig = new HoistRig().Start();
        rig.Send(0x047D).Run(2);
        Assert.False(rig.Actuation.Modulating);
        Assert.False(rig.Actuation.BrakeRelay);
        Assert.Equal(0.0, rig.Actuation.TorqueReferenceNm);
    }

    [Theory]
    [InlineData(0x046F, 0.0, 10.0)]
    [InlineData(0x043F, 0.0, 10.0)]
    [InlineData(0x045F, 495.0, 505.0)]
    public void Ramp_bits_stop_or_hold(int controlWord, double low, double high)
    {
        HoistRig rig = new HoistRig().Start();
        int held = HoistRig.Counts(rig.LoadNm);
        rig.Send(0x047F, 8_000, held).Run(3_000);
        rig.Send(controlWord, 4_000, held).Run(3_000);
        Assert.InRange(rig.SpeedRpm, low - 1.0, high);
        Assert.Equal(0, rig.Drive.StatusWord & StatusBits.AtSetPoint);
        rig.Send(0x047F, 4_000, held).Run(3_000);
        Assert.InRange(rig.SpeedRpm, 249.0, 251.0);
    }

    [Fact]
    public void Ramp_times_are_kept_when_they_are_set()
    {
        HoistRig rig = new HoistRig().Start();
        rig.Drive.Write(DriveRegisterTests.Wire32(DriveNumber.AccelerationTime), DriveRegisterTests.Words32(5_000));
        rig.Send(0x047F, 10_000, HoistRig.Counts(rig.LoadNm)).Run(1_250);
        Assert.InRange(rig.SpeedRpm, 285.0, 330.0);
        rig.Run(3_000);
        Assert.InRange(rig.SpeedRpm, 624.0, 626.0);
    }

    // Torque = P / v falls as the speed rises, so the load runs away.
    [Fact]
    public void A_generating_power_limit_makes_a_lowering_load_run_away()
    {
        double With(double percent)
        {
            HoistRig rig = new(TestDevices.Settings with { GeneratingPowerLimitPercent = percent, OverspeedMarginShare = 5.0 });
            rig.Start();
            rig.Send(0x047F, -15_000, HoistRig.Counts(rig.LoadNm)).Run(4_000);
            return -rig.SpeedRpm;
        }
        Assert.InRange(With(0.0), 935.0, 940.0);
        Assert.True(With(80.0) > 2_000.0);
    }

    [Fact]
    public void A_supervised_generating_power_trips_instead()
    {
        HoistRig rig = new(TestDevices.Settings with { GeneratingPowerLimitPercent = 80.0, GeneratingPowerLimitAction = PowerLimitAction.Trip });
        rig.Start();
        rig.Drive.Write(DriveRegisterTests.Wire32(DriveNumber.AccelerationTime), DriveRegisterTests.Words32(5_000));
        double fastestRpm = 0.0;
        rig.Send(0x047F, -15_000, HoistRig.Counts(rig.LoadNm));
        for (int i = 0; i < 4_000 && !rig.Drive.Faults.Any; i++) fastestRpm = -rig.Run(1).SpeedRpm;
        Assert.Equal(DriveFaultCode.SignalSupervision, rig.Drive.Faults.Tripping);
        // 200 kW of 2700 N m are 707 rpm; on a ramp the torque is a little less.
        Assert.InRange(fastestRpm, 707.0, 850.0);
        Assert.False(rig.Actuation.BrakeRelay);
        Assert.False(rig.Actuation.Modulating);
    }

    [Fact]
    public void A_broken_inverter_does_not_prove_its_torque()
    {
        HoistRig rig = new();
        rig.Drive.InverterTorqueShare = 0.5;
        rig.Send(0x0476).Run(5);
        rig.Send(0x0477).Run(5);
        rig.Send(0x047F, 0, HoistRig.Counts(rig.LoadNm)).Run(600);
        Assert.Equal(DriveFaultCode.TorqueProving, rig.Drive.Faults.Tripping);
        Assert.False(rig.Actuation.BrakeRelay);
    }
}
