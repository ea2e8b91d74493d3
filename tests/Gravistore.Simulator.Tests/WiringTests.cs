namespace Gravistore.Simulator.Tests;

/// <summary>A wiring file that says what cannot be is refused before anything is served.</summary>
public sealed class WiringTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gswiring-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("\"kind\": \"max31865\", \"bus\": 0, \"address\": 0", "\"kind\": \"max31856\", \"bus\": 0, \"address\": 0", "boards[2].kind")]
    [InlineData("\"signal\": \"magnet\", \"hoist\": 1", "\"signal\": \"magnets\", \"hoist\": 1", "inputs[13].signal")]
    [InlineData("\"signal\": \"pressure-b\", \"hoist\": 1", "\"signal\": \"pressure-c\", \"hoist\": 1", "analogs[2].signal")]
    [InlineData("\"signal\": \"watchdog\"", "\"signal\": \"watch-dog\"", "outputs[0].signal")]
    [InlineData("\"name\": \"h2.analog\"", "\"name\": \"h1.analog\"", "boards[4].name: there is a board 'h1.analog' already")]
    [InlineData("\"signal\": \"reset-key\"", "\"signal\": \"reset-key\", \"hoist\": 1", "inputs[3].hoist: reset-key belongs to no hoist")]
    [InlineData("\"signal\": \"magnet\", \"hoist\": 1", "\"signal\": \"magnet\"", "inputs[13].signal: magnet belongs to a hoist, and none is given")]
    [InlineData("\"signal\": \"slack-rope\", \"hoist\": 1", "\"signal\": \"magnet\", \"hoist\": 1", "inputs[13].signal: magnet of hoist 1 is wired twice")]
    [InlineData("\"hoist\": 1, \"board\": \"h1.inputs\", \"pin\": \"B3\"", "\"hoist\": 1, \"board\": \"h1.analog\", \"pin\": \"B3\"", "inputs[13].board: there is no mcp23017 'h1.analog'; allowed: h1.inputs, h2.inputs")]
    [InlineData("\"hoist\": 1, \"board\": \"h1.inputs\", \"pin\": \"B3\"", "\"hoist\": 1, \"board\": \"h1.inputs\"", "inputs[13].signal: magnet has no terminal")]
    [InlineData("\"hoist\": 1, \"board\": \"h1.disc\"", "\"hoist\": 1, \"board\": \"h1.disk\"", "thermometers[0].board: there is no max31865 'h1.disk'; allowed: h1.disc, h2.disc")]
    [InlineData(",\n    { \"signal\": \"no-trip-request\", \"line\": \"GPIO27\" }", "", "outputs: watchdog and no-trip-request are wired together or not at all")]
    [InlineData("\"line\": \"GPIO27\"", "\"line\": \"GPIO17\"", "outputs[1].line: line 'GPIO17' is taken already")]
    public void What_cannot_be_wired_is_named_with_its_place(string good, string bad, string message)
    {
        string text = File.ReadAllText(Path.Combine(Root(), "config", "wiring", "leith-pi.json")), file = Path.Combine(_folder, "leith-pi.json");
        Assert.Contains(good, text, StringComparison.Ordinal);
        int at = text.IndexOf(good, StringComparison.Ordinal);
        File.WriteAllText(file, text[..at] + bad + text[(at + good.Length)..]);
        using StringWriter output = new(), error = new();
        int code = SimulatorProgram.Run(["leith", "--wiring", file, "--io-socket", Path.Combine(_folder, "io.sock"), "--seconds", "1"], output, error);
        Assert.True(code == 3, $"{code}: {error}");
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("gravistore-sim: nothing is served\n", error.ToString(), StringComparison.Ordinal);
    }

    private static string Root()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gravistore.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
