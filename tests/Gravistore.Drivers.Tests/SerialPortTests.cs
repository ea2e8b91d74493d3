using Gravistore.Core.Parameters;
using Gravistore.Drivers.Native;

namespace Gravistore.Drivers.Tests;

/// <summary>Ports that cannot be used say why.</summary>
public sealed class SerialPortTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gsport-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SerialTrouble Open(string path) => Assert.Throws<SerialPortException>(() => SerialPort.Open(new SerialBus
    {
        Name = "bus-1",
        Path = path,
        Baud = 9600,
        Format = SerialFormat.NoneTwoStop,
        Echo = false,
        TurnaroundS = 0,
        CycleS = 0.1,
        AnswerTimeoutS = 0.1,
    })).Trouble;

    [Fact]
    public void A_port_that_is_not_there_is_missing() => Assert.Equal(SerialTrouble.Missing, Open(Path.Combine(_folder, "ttyUSB7")));

    [Fact]
    public void A_file_a_folder_and_a_device_of_another_kind_are_no_serial_ports()
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        Assert.Equal(SerialTrouble.NotSerial, Open(file));
        Assert.Equal(SerialTrouble.NotSerial, Open(_folder));
        Assert.Equal(SerialTrouble.NotSerial, Open("/dev/null"));
    }

    [Theory]
    [InlineData(13, SerialTrouble.NoRights)]
    [InlineData(1, SerialTrouble.NoRights)]
    [InlineData(16, SerialTrouble.InUse)]
    [InlineData(6, SerialTrouble.Missing)]
    [InlineData(19, SerialTrouble.Missing)]
    [InlineData(24, SerialTrouble.NotSerial)]
    public void Each_refusal_of_the_system_is_its_own_trouble(int number, object trouble) => Assert.Equal(trouble, SerialPort.NotOpened("/dev/ttyS9", number).Trouble);
}
