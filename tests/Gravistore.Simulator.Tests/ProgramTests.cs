using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gravistore.Simulator.Tests;

/// <summary>The program from its command line to its exit code.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gravistore-sim-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Root
    {
        get
        {
            DirectoryInfo folder = new(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Gravistore.sln"))) folder = folder.Parent!;
            return folder.FullName;
        }
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        StringWriter output = new(), error = new();
        int code = SimulatorProgram.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The links of leith at free ports.</summary>
    private string Links(string change = "", string to = "")
    {
        string text = File.ReadAllText(Path.Combine(Root, "config", "links", "leith-local.json"));
        foreach (int port in (int[])[16010, 16011, 16021, 16022, 16041, 16042]) text = text.Replace($"\"port\": {port}", $"\"port\": {FreePort()}");
        if (change.Length > 0) Assert.Contains(change, text);
        string file = Path.Combine(_folder, "links.json");
        File.WriteAllText(file, change.Length > 0 ? text.Replace(change, to) : text);
        return file;
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [Fact]
    public void Help_says_what_there_is()
    {
        (int code, string output, _) = Run("--help");
        Assert.Equal(0, code);
        Assert.Contains("--truth FILE.csv", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "GS-M001", "no plant is named")]
    [InlineData(2, "GS-M001", "more than one plant", "leith", "pyhasalmi")]
    [InlineData(2, "GS-M001", "did you mean '--seed'?", "leith", "--sed", "1")]
    [InlineData(2, "GS-M001", "the value is missing", "leith", "--seed")]
    [InlineData(2, "GS-M001", "given twice", "leith", "--seed", "1", "--seed", "2")]
    [InlineData(2, "GS-M002", "no number in range", "leith", "--soc", "101")]
    [InlineData(2, "GS-M002", "no number in range", "leith", "--depths", "8,x")]
    [InlineData(3, "GS-M002", "3 depths for 2 hoists", "leith", "--depths", "8,8,8")]
    [InlineData(3, "GS-M002", "outside its stroke", "leith", "--depths", "8,800")]
    [InlineData(3, "GS-M002", "the script cannot be read", "leith", "--script", "/no/such/script")]
    [InlineData(3, "GS-J001", "leithh.sim.json", "leithh")]
    [InlineData(3, "GS-J001", "nowhere.json", "leith", "--links", "/nowhere.json")]
    public void Bad_command_lines_are_refused(int code, string number, string message, params string[] args)
    {
        (int ended, string output, string error) = Run(args);
        Assert.Equal(code, ended);
        Assert.Empty(output);
        Assert.Contains($"error {number}", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.EndsWith("gravistore-sim: nothing is served\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hoist_that_the_plant_has_not_is_refused()
    {
        (int code, _, string error) = Run("leith", "--links", Links("\"kind\": \"drive\", \"hoist\": 2", "\"kind\": \"drive\", \"hoist\": 3"));
        Assert.Equal(3, code);
        Assert.Contains("error GS-M003", error, StringComparison.Ordinal);
        Assert.Contains("the plant has no hoist 3; allowed: 1 to 2", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_are_declared_once_and_explained()
    {
        Assert.Equal(SimulatorErrors.All.Select(e => e.Code).Distinct().Order(StringComparer.Ordinal), SimulatorErrors.All.Select(e => e.Code));
        string page = File.ReadAllText(Path.Combine(Root, "docs", "wire.md"));
        Assert.All(SimulatorErrors.All, e => Assert.Contains($"| {e.Code} | {e.Title} | {e.Cause} | {e.Cure} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_port_in_use_is_named()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        string links = Links();
        string first = System.Text.RegularExpressions.Regex.Match(File.ReadAllText(links), "\"port\": \\d+").Value;
        File.WriteAllText(links, File.ReadAllText(links).Replace(first, $"\"port\": {port}"));
        (int code, _, string error) = Run("leith", "--links", links, "--seconds", "1");
        Assert.Equal(4, code);
        Assert.Contains("error GS-M004", error, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{port}", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truth_that_cannot_be_written_is_refused()
    {
        (int code, _, string error) = Run("leith", "--links", Links(), "--truth", Path.Combine(_folder, "no", "such", "truth.csv"));
        Assert.Equal(4, code);
        Assert.Contains("error GS-M006", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plant_is_served_commanded_and_told_the_truth_of()
    {
        string ready = Path.Combine(_folder, "ready"), control = Path.Combine(_folder, "control"), truth = Path.Combine(_folder, "truth.csv"), links = Links();
        Task<(int Code, string Output, string Error)> running = Task.Factory.StartNew(
            () => Run("leith", "--links", links, "--truth", truth, "--control", control, "--ready-file", ready, "--depths", "8,9.5", "--seconds", "60"), TaskCreationOptions.LongRunning);
        for (int i = 0; i < 600 && !File.Exists(ready) && !running.IsCompleted; i++) await Task.Delay(50);
        Assert.Matches("^pid=\\d+\nstartNs=\\d+\n$", File.ReadAllText(ready));
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(control));
        Assert.StartsWith("ok time_s=", await AskAsync(socket, "status"), StringComparison.Ordinal);
        Assert.Equal("ok plant.io meter h1.drive h2.drive h1.brake h1.io h2.brake h2.io", await AskAsync(socket, "devices"));
        Assert.StartsWith("error GS-M005: ", await AskAsync(socket, "keys"), StringComparison.Ordinal);
        Assert.Equal("ok", await AskAsync(socket, "link * silence"));
        await Task.Delay(100);
        Assert.Equal("ok", await AskAsync(socket, "stop"));
        Assert.Equal(0, (await running).Code);
        Assert.False(File.Exists(control));
        Assert.True(HoldsTruth(File.ReadAllLines(truth)));
    }

    private static bool HoldsTruth(string[] lines)
    {
        Assert.StartsWith("time_s,grid_power_w,chain_closed,watchdog_relay,h1_depth_m,h1_speed_m_per_s,h1_rope_force_n,h1_brake_force_n,h1_sto,h1_brakes_set,h1_motor_force_n,h2_depth_m", lines[0], StringComparison.Ordinal);
        double[] last = [.. lines[^1].Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
        Assert.Equal(4 + 2 * 7, last.Length);
        Assert.Equal(0.01 * (lines.Length - 1), last[0], 6);
        Assert.Equal((8, 9.5), (last[4], last[11]));
        Assert.Equal((1, 1), (last[8], last[9]));
        return true;
    }

    private static async Task<string> AskAsync(Socket socket, string command)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(command + "\n"));
        byte[] answer = new byte[4096];
        return Encoding.UTF8.GetString(answer, 0, await socket.ReceiveAsync(answer)).TrimEnd('\n');
    }
}
