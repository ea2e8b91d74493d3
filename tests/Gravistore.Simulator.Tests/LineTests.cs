using System.Diagnostics;
using CsCheck;
using Gravistore.Simulator.Control;
using Gravistore.Simulator.Serial;

namespace Gravistore.Simulator.Tests;

/// <summary>RS-485 lines: requests among noise, commands, ports at their paths, and a master of others.</summary>
public sealed class LineTests : IDisposable
{
    private static readonly SimBus Bus = new("bus-1", "/tmp/none", 19_200, 1);
    private static readonly CommandLine Commands = CommandLine.Of(
        [new("h1.drive", SimDeviceKind.Drive, 0, "", 0, 1) { Bus = Bus }, new("meter", SimDeviceKind.Meter, -1, "127.0.0.1", 0, 1)], hasWires: true, wiring: null);

    private readonly string _folder = Directory.CreateTempSubdirectory("gslines-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_request_is_found_between_noise_and_only_when_it_is_whole()
    {
        Gen<byte[]> request = from unit in Gen.Byte[1, 247]
                              from count in Gen.Byte[1, 121]
                              from data in Gen.Byte.Array[2 * count]
                              from function in Gen.Int[0, 2]
                              select function switch
                              {
                                  0 => RequestFinder.Frame([unit, 3, 0, 0, 0, count]),
                                  1 => RequestFinder.Frame([unit, 16, 0, 0, 0, count, (byte)(2 * count), .. data]),
                                  _ => RequestFinder.Frame([unit, 23, 0, 0, 0, 1, 0, 0, 0, count, (byte)(2 * count), .. data]),
                              };
        Gen.Select(request, Gen.Byte.Array[0, 30]).Sample((frame, noise) =>
        {
            Assert.Equal((noise.Length, frame.Length), RequestFinder.Find([.. noise, .. frame]));
            Assert.Equal((0, 0), RequestFinder.Find(frame.AsSpan(0, frame.Length - 1)));
        }, iter: 1000);
    }

    [Theory]
    [InlineData("link h1.drive noise")]
    [InlineData("link h1.drive bit-flip")]
    [InlineData("link bus-1 vanish")]
    [InlineData("link meter reset")]
    [InlineData("link * silence")]
    public void Faults_of_lines_are_understood(string line) => Assert.NotNull(Commands.Parse(line).Command);

    [Theory]
    [InlineData("link meter vanish", "meter cannot have the fault vanish")]
    [InlineData("link h1.drive merge", "h1.drive cannot have the fault merge")]
    [InlineData("link * reset", "* cannot have the fault reset")]
    [InlineData("link bus-2 vanish", "did you mean 'bus-1'?")]
    public void Faults_that_a_wire_cannot_have_are_refused(string line, string error) =>
        Assert.Contains(error, Commands.Parse(line).Error, StringComparison.Ordinal);

    [Fact]
    public void A_port_is_put_where_nothing_else_is_and_taken_away_again()
    {
        string path = Path.Combine(_folder, "bus-1");
        PortLink.Check(path);
        PortLink.Put(path, "/dev/pts/1234");
        PortLink.Check(path);
        PortLink.Put(path, "/dev/pts/1235");
        Assert.Equal("/dev/pts/1235", new FileInfo(path).LinkTarget);
        PortLink.Remove(path);
        Assert.Null(new FileInfo(path).LinkTarget);
        File.WriteAllText(path, "mine");
        Assert.Contains("something else is there", Assert.Throws<LineException>(() => PortLink.Check(path)).Message, StringComparison.Ordinal);
        PortLink.Remove(path);
        Assert.Equal("mine", File.ReadAllText(path));
        Assert.Contains("its folder is missing", Assert.Throws<LineException>(() => PortLink.Check(Path.Combine(_folder, "no", "bus-1"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "GS-M020", "\"bus\": \"bus-1\", \"unit\": 1", "\"bus\": \"bus-7\", \"unit\": 1")]
    [InlineData(4, "GS-M021", "FOLDER/bus-1", "FOLDER/no/bus-1")]
    public void Lines_that_cannot_be_served_are_refused(int code, string number, string good, string bad)
    {
        string links = Links(good.Replace("FOLDER", _folder, StringComparison.Ordinal), bad.Replace("FOLDER", _folder, StringComparison.Ordinal));
        using StringWriter output = new(), error = new();
        Assert.Equal(code, SimulatorProgram.Run(["leith-rtu", "--links", links, "--seconds", "1"], output, error));
        Assert.Contains("error " + number, error.ToString(), StringComparison.Ordinal);
    }

    [MbpollFact]
    public async Task Mbpoll_reads_and_writes_the_drives_on_their_lines()
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        using Process script = Process.Start(new ProcessStartInfo(Path.Combine(Root(), "eng", "rs485-cross-check.sh"), configuration) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> said = script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(90));
        Assert.True(script.ExitCode == 0, await said);
        Assert.Contains("mbpoll agree", await said, StringComparison.Ordinal);
    }

    private string Links(string good, string bad)
    {
        string text = File.ReadAllText(Path.Combine(Root(), "config", "links", "leith-rtu-local.json")).Replace("/tmp/gravistore-leith-rtu-", _folder + "/", StringComparison.Ordinal);
        Assert.Contains(good, text, StringComparison.Ordinal);
        string path = Path.Combine(_folder, "leith-rtu-local.json");
        File.WriteAllText(path, text.Replace(good, bad, StringComparison.Ordinal).Replace("\"port\": 17", "\"port\": 48", StringComparison.Ordinal));
        return path;
    }

    private static string Root()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gravistore.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
