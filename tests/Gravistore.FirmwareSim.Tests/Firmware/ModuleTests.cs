using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>Input modules and the plant's outputs.</summary>
public class ModuleTests
{
    // ADS1115 at 4.096 V over 165 ohm (Texas Instruments data sheet; NAMUR NE 43 limits).
    [Theory]
    [InlineData(3.6, 4_752)]
    [InlineData(4.0, 5_280)]
    [InlineData(12.0, 15_840)]
    [InlineData(20.0, 26_400)]
    [InlineData(21.0, 27_720)]
    [InlineData(0.0, 0)]
    [InlineData(30.0, 32_767)]
    public void Milliamperes_become_counts(double milliampere, int counts)
    {
        HoistIoFirmware module = new(TestDevices.Janitza.HoistIo);
        module.Step(new HoistIoSignals { RopeForceMilliampere = milliampere });
        Assert.Equal(counts, (short)Read(module, 2, 1)[0]);
    }

    [Fact]
    public void Switches_that_must_not_break_unseen_are_closed_in_the_good_state()
    {
        HoistIoFirmware module = new(TestDevices.Janitza.HoistIo);
        module.Step(default);
        Assert.Equal(0b01_1100_0000, Read(module, 0, 1)[0]);
        module.Step(new HoistIoSignals { UpperOvertravel = true, LowerOvertravel = true, SlackRope = true, Magnet = true, BrakeALifted = true, LowerLanding = true });
        Assert.Equal(0b10_0010_0001, Read(module, 0, 1)[0]);
        module.Step(new HoistIoSignals { BrakeBLifted = true, BrakeASet = true, BrakeBSet = true, UpperLanding = true });
        Assert.Equal(0b01_1101_1110, Read(module, 0, 1)[0]);
        Assert.Equal(3, Read(module, 1, 1)[0]);
    }

    [Theory]
    [InlineData(0, 4, false, ModbusException.IllegalAddress)]
    [InlineData(3, 1, false, ModbusException.IllegalAddress)]
    [InlineData(0, 0, false, ModbusException.IllegalValue)]
    [InlineData(0, 1, true, ModbusException.IllegalAddress)]
    public void An_input_module_refuses_what_it_has_not(int address, int count, bool write, ModbusException expected)
    {
        HoistIoFirmware module = new(TestDevices.Janitza.HoistIo);
        ushort[] words = new ushort[count];
        Assert.Equal(expected, write ? module.Write(address, words) : module.Read(address, words));
    }

    [Fact]
    public void Inputs_of_the_plant_have_their_levels()
    {
        PlantIoFirmware module = new(TestDevices.Janitza.PlantIo);
        module.Step(new PlantIoSignals { ChainClosed = true });
        Assert.Equal(0b1011, Read(module, 0, 1)[0]);
        module.Step(new PlantIoSignals { EmergencyStop = true, ResetKey = true, Overspeed = true });
        Assert.Equal(0b0100, Read(module, 0, 1)[0]);
    }

    [Fact]
    public void The_watchdog_relay_holds_only_while_its_line_toggles()
    {
        PlantIoFirmware module = new(TestDevices.Janitza.PlantIo);
        Run(module, 5);
        Assert.False(module.WatchdogClosed);
        for (int i = 0; i < 10; i++)
        {
            Write(module, 2 | (i & 1));
            Run(module, 100);
        }
        Assert.True(module.WatchdogClosed);
        for (int i = 0; i < 3; i++)
        {
            Write(module, 3);
            Run(module, 100);
        }
        Assert.True(module.WatchdogClosed);
        Run(module, 1);
        Assert.False(module.WatchdogClosed);
        Assert.False(module.TripRequested);
    }

    [Fact]
    public void A_trip_is_asked_for_by_the_line_and_by_silence()
    {
        PlantIoFirmware module = new(TestDevices.Janitza.PlantIo);
        Run(module, 1);
        Assert.True(module.TripRequested);
        Write(module, 3);
        Run(module, 1);
        Assert.False(module.TripRequested);
        Write(module, 1);
        Run(module, 1);
        Assert.True(module.TripRequested);
        Write(module, 3);
        Run(module, 500);
        Assert.False(module.TripRequested);
        Run(module, 1);
        Assert.True(module.TripRequested);
    }

    private static void Run(PlantIoFirmware module, int steps)
    {
        for (int i = 0; i < steps; i++) module.Step(default);
    }

    private static void Write(PlantIoFirmware module, int value) => Assert.Equal(ModbusException.None, module.Write(16, [(ushort)value]));

    private static ushort[] Read(IRegisterDevice device, int address, int count)
    {
        ushort[] words = new ushort[count];
        Assert.Equal(ModbusException.None, device.Read(address, words));
        return words;
    }
}
