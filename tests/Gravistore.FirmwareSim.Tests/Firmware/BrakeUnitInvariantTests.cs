using CsCheck;
using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>Whatever reaches a brake unit, it is released only while all agree.</summary>
public class BrakeUnitInvariantTests
{
    [Fact]
    public void Random_inputs_never_release_without_agreement() =>
        Gen.Select(Gen.Int[0, 255], Gen.Int[0, 6], Gen.Int[1, 300]).Array[1, 60].Sample(sequence =>
        {
            BrakeUnitFirmware unit = new(TestDevices.Janitza.BrakeUnit,
                new BrakeUnitSettings { GradedRetardationMps2 = 1.0, ReleasePressureBar = 140.0, DeadTimeS = 0.1 });
            BrakeUnitActuation actuation = default;
            ushort counter = 0, heartbeat = 0;
            int silent = 1_000;
            bool wasReleased = false, command = false;
            foreach ((int bits, int value, int steps) in sequence)
            {
                BrakeUnitSignals signals = Signals(bits);
                bool taken = value != 4 && value != 6 && unit.Write(40, [(ushort)value, ++counter, ++heartbeat]) == ModbusException.None;
                if (taken) (silent, command) = (0, value == 2 || (value == 0 && command));
                for (int i = 0; i < steps; i++)
                {
                    silent++;
                    unit.Step(signals, ref actuation);
                    Assert.True(!unit.Released || (signals.ChainClosed && signals.DriveRelay && command && silent <= 1_001));
                    Assert.True(unit.Released || actuation.ApplyA >= 0.1);
                    Assert.Equal(unit.Released, actuation.ApplyA == 0.0);
                    Assert.InRange(actuation.ApplyA, 0.0, 1.0);
                    Assert.True(!unit.Released || wasReleased || i == 0 || unit.Heartbeat <= 300);
                    wasReleased = unit.Released;
                }
            }
        }, iter: 300);

    private static BrakeUnitSignals Signals(int bits) => new()
    {
        ChainClosed = (bits & 3) != 3,
        DriveRelay = (bits & 12) != 12,
        LiftedA = (bits & 16) != 0,
        LiftedB = (bits & 32) != 0,
        DrumSpeedMps = (bits & 64) != 0 ? 0.4 : 0.0,
        PressureABar = 140.0,
        PressureBBar = (bits & 128) != 0 ? 140.0 : 0.0,
    };
}
