using System.Net.Sockets;
using Gravistore.Controller.Gateway;
using Gravistore.Controller.Journal;
using Gravistore.Controller.Service;
using Gravistore.Controller.Startup;
using Gravistore.Protocol;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Tests;

/// <summary>Every refusal to start: one message with number, cause and cure, the documented exit code, and no cycle run.</summary>
public sealed class StartRefusalTests
{
    private static string[] Good => [DaemonRig.Plant, "--links", "memory", "--socket", "FOLDER/gs.sock", "--state", "FOLDER/state", "--allow-no-realtime"];

    [Theory]
    [InlineData("--links")]
    [InlineData("PLANT")]
    [InlineData("PLANT --links")]
    [InlineData("PLANT --links x --linsk y")]
    [InlineData("PLANT --links x --links y")]
    [InlineData("PLANT --links x --priority 100")]
    [InlineData("PLANT --links x --cpu last")]
    [InlineData("PLANT --links x --slips 0/10")]
    [InlineData("PLANT --latency 0")]
    [InlineData("")]
    public void Wrong_usage(string line)
    {
        using DaemonRig rig = new();
        Assert.Equal(ExitCode.WrongUsage, rig.Run([.. line.Replace("PLANT", DaemonRig.Plant).Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
        Refused(rig, "GS-G001");
    }

    [Fact]
    public void A_plant_that_is_none()
    {
        using DaemonRig rig = new();
        Assert.Equal(ExitCode.Refused, rig.Run(["FOLDER/none.json", .. Good[1..]]));
        Refused(rig, "GS-J001");
    }

    [Theory]
    [InlineData("/proc/gravistore")]
    [InlineData("FOLDER/file/state")]
    public void A_state_folder_that_cannot_be_written(string state)
    {
        using DaemonRig rig = new();
        File.WriteAllText(Path.Combine(rig.Folder, "file"), "");
        Assert.Equal(ExitCode.Refused, rig.Run([.. Good[..5], "--state", state]));
        Refused(rig, "GS-G002");
    }

    [Fact]
    public void A_state_folder_or_socket_that_another_controller_holds()
    {
        using DaemonRig rig = new();
        using ControllerClient client = rig.Start();
        using DaemonRig other = new();
        Assert.Equal(ExitCode.Refused, other.Run(DaemonRig.Plant, "--links", "memory", "--socket", "FOLDER/gs.sock", "--state", rig.State));
        Refused(other, "GS-G003");
        using DaemonRig third = new();
        Assert.Equal(ExitCode.Refused, third.Run(DaemonRig.Plant, "--links", "memory", "--socket", rig.Socket, "--state", "FOLDER/state"));
        Refused(third, "GS-G007");
        Assert.IsType<AnswerNotice>(client.Ask(new CommandRequest(0, CommandVerb.Stop)));
    }

    [Theory]
    [InlineData("FOLDER/none/gs.sock")]
    [InlineData("/proc/gs.sock")]
    [InlineData("FOLDER/file")]
    [InlineData("FOLDER/0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789")]
    public void A_socket_that_cannot_be_made(string socket)
    {
        using DaemonRig rig = new();
        string file = Path.Combine(rig.Folder, "file");
        File.WriteAllText(file, "mine");
        Assert.Equal(ExitCode.Refused, rig.Run(DaemonRig.Plant, "--links", "memory", "--state", "FOLDER/state", "--socket", socket));
        Refused(rig, "GS-G008");
        Assert.Equal("mine", File.ReadAllText(file));
    }

    /// <summary>Was: without a login's folder the first start on a machine was refused, for nobody makes the user's own under /tmp.</summary>
    [Fact]
    public void The_users_own_folder_is_made_on_the_first_start_for_its_user_alone()
    {
        string folder = SocketPath.FolderOfUser, socket = Path.Combine(folder, Path.GetRandomFileName());
        bool isEmpty = !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any();
        if (isEmpty && Directory.Exists(folder)) Directory.Delete(folder);
        using (CommandServer.Bind(socket, _ => { }))
        {
            Assert.True(File.Exists(socket));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        }
        if (isEmpty) Directory.Delete(folder);
    }

    [Fact]
    public void A_socket_left_by_a_killed_controller_is_taken_over()
    {
        using DaemonRig rig = new();
        using (Socket left = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            // Moved away, since the library removes the path it has bound when it is closed properly.
            left.Bind(new UnixDomainSocketEndPoint(rig.Socket + ".bound"));
            File.Move(rig.Socket + ".bound", rig.Socket);
        }
        Assert.True(File.Exists(rig.Socket));
        using ControllerClient client = rig.Start();
        Assert.Equal(2, client.Hello.HoistCount);
    }

    [Fact]
    public void A_journal_that_fails_its_checksums()
    {
        using DaemonRig rig = new();
        Directory.CreateDirectory(rig.State);
        File.WriteAllBytes(Path.Combine(rig.State, PositionJournal.FileName), [.. Enumerable.Repeat((byte)7, 8192)]);
        Assert.Equal(ExitCode.Refused, rig.Run(Good));
        Refused(rig, "GS-G004");
    }

    [Fact]
    public void Encoders_that_do_not_read_what_the_journal_says()
    {
        using DaemonRig rig = new() { Bend = field => field.EncoderShiftM = 3 };
        Directory.CreateDirectory(rig.State);
        using (PositionJournal journal = PositionJournal.Open(rig.State)) journal.Write("leith", [new JournalHoist(7, 0, true), new JournalHoist(7, 0, true)]);
        Assert.Equal(ExitCode.Refused, rig.Run(Good));
        Refused(rig, "GS-G006");
    }

    [Fact]
    public void Real_time_that_is_not_granted()
    {
        using DaemonRig rig = new();
        Assert.Equal(ExitCode.Refused, rig.Run([.. Good[..^1], "--cpu", "63"]));
        Refused(rig, "GS-G009");
    }

    [Fact]
    public void Drives_that_say_nothing()
    {
        using DaemonRig rig = new() { Bend = field => field.Silent = true };
        Assert.Equal(ExitCode.Refused, rig.Run(Good));
        Refused(rig, "GS-G011");
    }

    [Fact]
    public void Error_numbers_are_declared_once_and_ascend() =>
        Assert.Equal(StartErrors.All.Select(e => e.Code).Distinct().Order(StringComparer.Ordinal), StartErrors.All.Select(e => e.Code));

    [Fact]
    public void Systemd_is_told_of_readiness_and_end()
    {
        using DaemonRig rig = new();
        string path = Path.Combine(rig.Folder, "notify");
        using Socket systemd = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { ReceiveTimeout = DaemonRig.LongestMs };
        systemd.Bind(new UnixDomainSocketEndPoint(path));
        rig.Environment["NOTIFY_SOCKET"] = path;
        rig.Environment["WATCHDOG_USEC"] = "200000";
        rig.Start().Dispose();
        Assert.StartsWith("READY=1\nSTATUS=plant leith", Next(systemd, "READY"));
        Assert.Equal("WATCHDOG=1", Next(systemd, "WATCHDOG"));
        rig.Stop();
        Assert.StartsWith("STOPPING=1", Next(systemd, "STOPPING"));
    }

    [Fact]
    public void Without_systemd_nothing_is_sent()
    {
        using Notifier nobody = new(null), gone = new("/nowhere/notify");
        nobody.Alive();
        gone.Alive();
    }

    private static string Next(Socket systemd, string beginning)
    {
        byte[] buffer = new byte[1024];
        for (int i = 0; i < 1000; i++)
        {
            string text = System.Text.Encoding.UTF8.GetString(buffer, 0, systemd.Receive(buffer));
            if (text.StartsWith(beginning, StringComparison.Ordinal)) return text;
        }
        return "";
    }

    private static void Refused(DaemonRig rig, string code)
    {
        Assert.Contains($"error {code}", rig.Log);
        Assert.Single(rig.Log.Split('\n'), line => line.Contains("error", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", rig.Log);
    }
}
