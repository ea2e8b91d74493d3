using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>Steps, reads and writes allocate nothing.</summary>
public class FirmwareAllocationTests
{
    [Fact]
    public void Nothing_is_allocated_in_steady_state()
    {
        DeviceFiles devices = TestDevices.Janitza;
        DriveFirmware drive = new(devices.Drive, TestDevices.Settings);
        BrakeUnitFirmware brake = new(devices.BrakeUnit, new BrakeUnitSettings { GradedRetardationMps2 = 1, ReleasePressureBar = 140, DeadTimeS = 0.1 });
        MeterFirmware meter = new(devices.Meter, 0.1, 0.1);
        HoistIoFirmware hoistIo = new(devices.HoistIo);
        PlantIoFirmware plantIo = new(devices.PlantIo);
        SafetyChain chain = new(8, new SafetyChainSettings { OverspeedMps = 0.66 });
        Cycle(drive, brake, meter, hoistIo, plantIo, chain);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 500; i++) Cycle(drive, brake, meter, hoistIo, plantIo, chain);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Cycle(DriveFirmware drive, BrakeUnitFirmware brake, MeterFirmware meter, HoistIoFirmware hoistIo, PlantIoFirmware plantIo, SafetyChain chain)
    {
        Span<ushort> words = stackalloc ushort[64];
        DriveSignals signals = new() { StoAClosed = true, StoBClosed = true, MainsOk = true, MotorTemperatureC = 50 };
        DriveActuation actuation = default;
        BrakeUnitActuation applied = default;
        words[0] = 0x0476;
        drive.Write(0, words[..3]);
        words[0] = 3;
        words[1] = words[2] = (ushort)drive.LifeCounter;
        brake.Write(40, words[..3]);
        plantIo.Write(16, words[1..2]);
        for (int i = 0; i < 10; i++)
        {
            drive.Step(signals, ref actuation);
            brake.Step(new BrakeUnitSignals { DrumSpeedMps = 0.3 }, ref applied);
            meter.Step(1e6, 50);
            hoistIo.Step(default);
            plantIo.Step(default);
            chain.Step(default);
        }
        drive.Read(3, words[..10]);
        drive.Read(4401 - 1, words[..3]);
        brake.Read(0, words[..33]);
        meter.Read(19_000, words[..52]);
        hoistIo.Read(0, words[..3]);
        plantIo.Read(0, words[..2]);
    }
}
