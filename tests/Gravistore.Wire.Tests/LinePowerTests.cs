using Gravistore.Core.Parameters;

namespace Gravistore.Wire.Tests;

/// <summary>Drives on RS-485 lines with the timing of such lines: four on two lines of 115200 baud.</summary>
[Collection("lines")]
public sealed class LinePowerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gs485-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(SerialFormat.EvenOneStop, false, 300e3)]
    [InlineData(SerialFormat.NoneTwoStop, true, -300e3)]
    public void Four_drives_on_two_lines_give_the_power_asked(SerialFormat format, bool echo, double powerW) =>
        Calm.Run(() => LineRig.Make(_folder, change: b => b with { Format = format, Echo = echo }), rig => GivesPower(rig, powerW));

    private static void GivesPower(FieldRig rig, double powerW)
    {
        PowerCheck.GivesPower(rig, powerW);
        PowerCheck.Parks(rig);
        Assert.Equal(2, rig.Field.Statistics.Count(s => s.Name.Contains(".drive+", StringComparison.Ordinal)));
        Assert.All(rig.Field.Statistics, s => Assert.Equal((true, 0L, 0L, 0L), (s.IsConnected, s.TimeOuts, s.Reconnects, s.Refused)));
    }
}
