using CsCheck;
using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>What must hold whatever a master writes and whatever happens to the drive's inputs.</summary>
public class DriveInvariantTests
{
    private static readonly int[] Words = [0x0476, 0x0477, 0x047F, 0x047E, 0x047D, 0x047B, 0x04F6, 0x04FF, 0x046F, 0x045F, 0x043F, 0x007F, 0x0076, 0x0000, 0xFFFF];

    private static readonly Gen<(int Word, int Ref1, int Ref2, int Steps, int Event)> Action =
        Gen.Select(
            Gen.Frequency((12, Gen.Int[0, Words.Length - 1].Select(i => Words[i])), (1, Gen.Int[0, 0xFFFF])),
            Gen.Int[-32_768, 32_767], Gen.Int[-32_768, 32_767], Gen.Int[0, 400], Gen.Int[0, 60]);

    [Fact]
    public void Random_masters_never_break_the_rules() =>
        Action.Array[1, 40].Sample(actions =>
        {
            HoistRig rig = new();
            foreach ((int word, int ref1, int ref2, int steps, int happening) in actions)
            {
                Happen(rig, happening);
                rig.Send(word, ref1, ref2);
                for (int i = 0; i < steps; i++) StepAndCheck(rig);
            }
        }, iter: 300);

    [Fact]
    public void Nothing_moves_without_a_run_word() =>
        Action.Where(a => (a.Word & 0x0F) != 0x0F).Array[1, 60].Sample(actions =>
        {
            HoistRig rig = new();
            foreach ((int word, int ref1, int ref2, int steps, _) in actions)
            {
                rig.Send(word, ref1, ref2).Run(steps);
                Assert.False(rig.Drive.Modulating || rig.Actuation.BrakeRelay);
            }
            Assert.Equal(0.0, rig.SpeedRadPerS);
        }, iter: 100);

    [Fact]
    public void The_same_writes_give_the_same_hash() =>
        Action.Array[1, 20].Sample(actions =>
        {
            ulong Play()
            {
                HoistRig rig = new();
                ulong hash = 1;
                foreach ((int word, int ref1, int ref2, int steps, int happening) in actions)
                {
                    Happen(rig, happening);
                    rig.Send(word, ref1, ref2).Run(steps);
                    hash = rig.Drive.HashState(hash);
                }
                return hash;
            }
            Assert.Equal(Play(), Play());
        }, iter: 50);

    private static void StepAndCheck(HoistRig rig)
    {
        DriveState before = rig.Drive.State;
        rig.Run(1);
        DriveFirmware drive = rig.Drive;
        DriveActuation out1 = rig.Actuation;
        Assert.True(!out1.BrakeRelay || out1.Modulating);
        Assert.True(out1.Modulating || out1.TorqueReferenceNm == 0.0);
        Assert.True(double.IsFinite(out1.TorqueReferenceNm));
        Assert.InRange(out1.TorqueReferenceNm, -2_716.0, 2.0 * 2_716.0);
        Assert.True(!out1.Modulating || (rig.Signals.StoAClosed && rig.Signals.StoBClosed));
        Assert.True(!drive.Faults.Any || !out1.BrakeRelay || drive.State != DriveState.Fault);
        Assert.True(drive.State != DriveState.OperationEnabled || before is DriveState.OperationEnabled or DriveState.ReadyToOperate or DriveState.Off1Active);
        bool closed = drive.BrakeState is BrakeState.Closed;
        Assert.True(!closed || out1.TorqueReferenceNm == 0.0);
    }

    private static void Happen(HoistRig rig, int happening)
    {
        switch (happening)
        {
            case 0: rig.Signals.StoAClosed = !rig.Signals.StoAClosed; break;
            case 1: rig.Signals.StoAClosed = rig.Signals.StoBClosed = true; break;
            case 2: rig.Signals.StoAClosed = rig.Signals.StoBClosed = false; break;
            case 3: rig.Signals.MainsOk = !rig.Signals.MainsOk; break;
            case 4: rig.LiftSwitch = true; break;
            case 5: rig.LiftSwitch = false; break;
            case 6: rig.LiftSwitch = null; break;
            case 7: rig.Drive.Trip(0x2310); break;
            case 8: rig.Drive.Local = !rig.Drive.Local; break;
            case 9: rig.MasterSpeaks = !rig.MasterSpeaks; break;
            case 10: rig.BrakeStuckClosed = !rig.BrakeStuckClosed; break;
        }
    }
}
