using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>Group 44 as tables of cycles: signals in, state and relay out.</summary>
public class BrakeControlTests
{
    private static readonly BrakeTuning Tuning = new()
    {
        Enabled = true,
        HasAcknowledge = true,
        OpenDelaySteps = 10,
        MinOpenTorqueNm = 100.0,
        CloseDelaySteps = 4,
        CloseLevelRpm = 10.0,
        CloseLevelSteps = 3,
        ReopenDelaySteps = 5,
        CloseFailureFaults = true,
        FaultDelaySteps = 4,
        ProveTimeoutSteps = 6,
    };

    // steps, ready, open, torque, open torque, rpm, lifted -> state, relay, fault
    public static TheoryData<string, string> Cycles => new()
    {
        { "opens and closes", """
            5 1 1    0 500   0 0  OpeningWait  0 0
            1 1 1  474 500   0 0  OpeningWait  0 0
            1 1 1  475 500   0 0  OpeningDelay 1 0
            4 1 1  500 500   0 0  OpeningDelay 1 0
            1 1 1  500 500   0 1  Open         1 0
            9 1 1  500 500 800 1  Open         1 0
            1 1 0  500 500 800 1  ClosingWait  1 0
            5 1 0  500 500 800 1  ClosingWait  1 0
            2 1 0  500 500   9 1  ClosingWait  1 0
            1 1 0  500 500   9 1  ClosingDelay 0 0
            3 1 0  500 500   0 0  ClosingDelay 0 0
            1 1 0  500 500   0 0  Closed       0 0
            """ },
        { "waits for the reopen delay", """
            4 1 1 0 500 0 0 Closed      0 0
            1 1 1 0 500 0 0 OpeningWait 0 0
            """ },
        { "torque does not come", """
            5 1 1 0 500 0 0 OpeningWait 0 0
            5 1 1 300 500 0 0 OpeningWait 0 0
            1 1 1 300 500 0 0 OpeningWait 0 D100
            """ },
        { "torque of the wrong sign proves nothing", """
            5 1 1 0 500 0 0 OpeningWait 0 0
            6 1 1 -500 500 0 0 OpeningWait 0 D100
            """ },
        { "least open torque must be there", """
            5 1 1 0 20 0 0 OpeningWait 0 0
            1 1 1 20 20 0 0 OpeningWait 0 0
            1 1 1 95 20 0 0 OpeningDelay 1 0
            """ },
        { "brake slips while proving", """
            5 1 1 0 500 0 0 OpeningWait 0 0
            1 1 1 500 500 11 0 OpeningWait 0 D101
            """ },
        { "brake does not open", """
            5 1 1 0 500 0 0 OpeningWait 0 0
            1 1 1 500 500 0 0 OpeningDelay 1 0
            9 1 1 500 500 0 0 OpeningDelay 1 0
            1 1 1 500 500 0 0 OpeningDelay 1 71A3
            """ },
        { "brake does not close", """
            5 1 1 0 500 0 0 OpeningWait 0 0
            1 1 1 500 500 0 0 OpeningDelay 1 0
            1 1 1 500 500 0 1 Open 1 0
            1 1 0 500 500 0 1 ClosingWait 1 0
            3 1 0 500 500 0 1 ClosingDelay 0 0
            7 1 0 500 500 0 1 ClosingDelay 0 0
            1 1 0 500 500 0 1 ClosingDelay 0 71A2
            """ },
        { "stop taken back while the ramp runs", """
            5 1 1 0 500 0 0 OpeningWait 0 0
            1 1 1 500 500 0 0 OpeningDelay 1 0
            1 1 1 500 500 0 1 Open 1 0
            2 1 0 500 500 99 1 ClosingWait 1 0
            1 1 1 500 500 99 1 Open 1 0
            """ },
        { "drive no longer ready: relay drops at once", """
            5 1 1 0 500 0 0 OpeningWait 0 0
            1 1 1 500 500 0 0 OpeningDelay 1 0
            1 1 1 500 500 0 1 Open 1 0
            1 0 1 500 500 800 1 Closed 0 0
            """ },
        { "run taken away while waiting", """
            5 1 1 0 500 0 0 OpeningWait 0 0
            1 1 0 0 500 0 0 Closed 0 0
            """ },
    };

    [Theory]
    [MemberData(nameof(Cycles))]
    public void Cycles_lead_where_group_44_says(string name, string table)
    {
        BrakeControl brake = new();
        foreach (string line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int fault = 0;
            for (int i = 0; i < int.Parse(cells[0]); i++) fault = brake.Step(Input(cells), Tuning);
            Assert.Equal($"{name}: {cells[7]} {cells[8]} {cells[9]}", $"{name}: {brake.State} {(brake.Relay ? 1 : 0)} {fault:X}");
        }
    }

    [Fact]
    public void Keep_closed_holds_the_brake_and_faults_after_five_seconds()
    {
        BrakeControl brake = new();
        BrakeTuning keep = Tuning with { KeepClosed = true, ReopenDelaySteps = 0 };
        int fault = 0;
        for (int i = 0; i < 5_000; i++)
        {
            Assert.Equal(0, fault);
            fault = brake.Step(Proven(lifted: false), keep);
            Assert.False(brake.Relay);
        }
        fault = brake.Step(Proven(lifted: false), keep);
        Assert.Equal(DriveFaultCode.BrakeOpeningNotAllowed, fault);
    }

    [Fact]
    public void Without_acknowledge_the_open_delay_alone_opens()
    {
        BrakeControl brake = new();
        BrakeTuning blind = Tuning with { HasAcknowledge = false, ReopenDelaySteps = 0 };
        for (int i = 0; i < 2; i++) brake.Step(Proven(lifted: false), blind);
        for (int i = 0; i < 9; i++) brake.Step(Proven(lifted: false), blind);
        Assert.Equal(BrakeState.OpeningDelay, brake.State);
        brake.Step(Proven(lifted: false), blind);
        Assert.Equal(BrakeState.Open, brake.State);
    }

    [Fact]
    public void With_the_warning_function_the_motor_goes_on_holding()
    {
        HoistRig rig = new();
        Assert.Equal(ModbusException.None, rig.Drive.Write(DriveRegisterTests.Wire16(DriveNumber.BrakeFaultFunction), [1]));
        rig.Start();
        rig.LiftSwitch = true;
        rig.Send(0x047E, 0, HoistRig.Counts(rig.LoadNm)).Run(5_000);
        Assert.Equal(BrakeState.ClosingDelay, rig.Drive.BrakeState);
        Assert.True(rig.Drive.Modulating);
        Assert.InRange(rig.Drive.TorqueReferenceNm, 2_600.0, 2_800.0);
        ushort[] warning = new ushort[1];
        rig.Drive.Read(DriveRegisterTests.Wire16(DriveNumber.ActiveWarning1), warning);
        Assert.Equal(0xA7A1, warning[0]);
        Assert.NotEqual(0, rig.Drive.StatusWord & StatusBits.Alarm);
        rig.LiftSwitch = null;
        rig.Run(20);
        Assert.Equal(DriveState.ReadyToSwitchOn, rig.Drive.State);
    }

    [Fact]
    public void Disabled_brake_control_gives_no_relay()
    {
        HoistRig rig = new() { LoadNm = 0.0 };
        rig.Drive.Write(DriveRegisterTests.Wire16(DriveNumber.BrakeEnable), [0]);
        rig.Send(0x0476).Run(5);
        rig.Send(0x0477).Run(5);
        rig.Send(0x047F, 1_000).Run(500);
        Assert.True(rig.Drive.Modulating);
        Assert.False(rig.Actuation.BrakeRelay);
        Assert.Equal(BrakeState.Disabled, rig.Drive.BrakeState);
        rig.Send(0x047E).Run(3_000);
        Assert.Equal(DriveState.ReadyToSwitchOn, rig.Drive.State);
    }

    private static BrakeControlInput Proven(bool lifted) =>
        new() { Ready = true, OpenRequested = true, TorqueNm = 500.0, OpenTorqueNm = 500.0, SpeedRpm = 0.0, Lifted = lifted };

    private static BrakeControlInput Input(string[] cells) => new()
    {
        Ready = cells[1] == "1",
        OpenRequested = cells[2] == "1",
        TorqueNm = int.Parse(cells[3]),
        OpenTorqueNm = int.Parse(cells[4]),
        SpeedRpm = int.Parse(cells[5]),
        Lifted = cells[6] == "1",
    };
}
