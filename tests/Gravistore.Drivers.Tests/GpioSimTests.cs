using System.Device.Gpio;
using System.Device.Gpio.Drivers;
using Gravistore.Drivers.Native;

namespace Gravistore.Drivers.Tests;

/// <summary>The real driver against the kernel's own simulated chip (gpio-sim), where a machine has it and lets us make one.</summary>
public sealed class GpioSimTests
{
    private const string Configuration = "/sys/kernel/config/gpio-sim";
    private const string Label = "gravistore-test";

    private sealed class GpioSimFactAttribute : FactAttribute
    {
        public GpioSimFactAttribute()
        {
            if (!Directory.Exists(Configuration)) Skip = $"the kernel's module gpio-sim is not loaded: there is no {Configuration} (modprobe gpio-sim, with configfs mounted)";
            else if (Environment.UserName != "root") Skip = "making a chip of gpio-sim needs root";
            else if (!Array.Exists((string[])["/usr/lib/aarch64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/usr/lib"], d => File.Exists(Path.Combine(d, "libgpiod.so.3")))) Skip = "libgpiod.so.3 is not installed";
        }
    }

    [GpioSimFact]
    public void The_driver_finds_chip_and_lines_by_name_reads_writes_and_sees_a_line_in_use()
    {
        using SimulatedChip made = new(Label, ["chain", "watchdog"]);
        GpioChips.Chip chip = Assert.Single(GpioChips.List(), c => c.Label == Label);
        Assert.Equal(["chain", "watchdog"], GpioChips.Lines(chip).Take(2).Select(l => l.Name));
        using GpioController controller = new(new LibGpiodV2Driver(chip.Number));
        GpioPin input = controller.OpenPin(0, PinMode.Input), output = controller.OpenPin(1, PinMode.Output, PinValue.Low);
        made.Pull(0, true);
        Assert.Equal(PinValue.High, input.Read());
        made.Pull(0, false);
        Assert.Equal(PinValue.Low, input.Read());
        output.Toggle();
        Assert.Equal("1", made.Value(1));
        Assert.All(GpioChips.Lines(chip).Take(2), l => Assert.NotEmpty(l.User));
    }

    [Fact]
    public void Chips_are_listed_in_the_order_of_their_numbers_where_there_are_any() =>
        Assert.Equal(GpioChips.List().OrderBy(c => c.Number).Select(c => c.Path), GpioChips.List().Select(c => c.Path));

    /// <summary>A chip of gpio-sim, made through configfs and taken away again.</summary>
    private sealed class SimulatedChip : IDisposable
    {
        private readonly string _folder = Path.Combine(Configuration, "gravistore"), _bank;

        public SimulatedChip(string label, string[] lines)
        {
            _bank = Path.Combine(_folder, "bank0");
            Directory.CreateDirectory(_bank);
            File.WriteAllText(Path.Combine(_bank, "label"), label);
            File.WriteAllText(Path.Combine(_bank, "num_lines"), lines.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
            for (int i = 0; i < lines.Length; i++) File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_bank, $"line{i}")).FullName, "name"), lines[i]);
            File.WriteAllText(Path.Combine(_folder, "live"), "1");
        }

        public void Pull(int line, bool up) => File.WriteAllText(Attribute(line, "pull"), up ? "pull-up" : "pull-down");

        public string Value(int line) => File.ReadAllText(Attribute(line, "value")).Trim();

        public void Dispose()
        {
            File.WriteAllText(Path.Combine(_folder, "live"), "0");
            foreach (string line in Directory.EnumerateDirectories(_bank, "line*").ToArray()) Directory.Delete(line);
            Directory.Delete(_bank);
            Directory.Delete(_folder);
        }

        private string Attribute(int line, string name) => Path.Combine("/sys/devices/platform", File.ReadAllText(Path.Combine(_folder, "dev_name")).Trim(), File.ReadAllText(Path.Combine(_bank, "chip_name")).Trim(), $"sim_gpio{line}", name);
    }
}
