using System.Net.Sockets;
using Gravistore.Controller.Gateway;
using Gravistore.Protocol;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Tests;

/// <summary>What clients that come and go leave behind in the process. Alone in it: other controllers have such threads too.</summary>
[Collection(Alone)]
[CollectionDefinition(Alone, DisableParallelization = true)]
public sealed class CrowdTests
{
    private const string Alone = "alone";

    [Fact]
    public void A_crowd_of_bad_clients_starts_no_thread_and_fills_no_log()
    {
        const int crowd = 400, mostLines = 60;
        using DaemonRig rig = new();
        using ControllerClient good = rig.Start();
        string[] before = ClientThreads();
        for (int i = 0; i < crowd; i++) BadClient(rig.Socket);
        Assert.Equal(2 * CommandServer.MaxClients, before.Length);
        Assert.Equal(before, ClientThreads());
        Assert.InRange(rig.Log.Split('\n').Count(line => line.Contains("dropped", StringComparison.Ordinal)), 1, mostLines);
        Assert.Equal(0, rig.Stop());
        Assert.Contains("more clients were dropped", rig.Log);
        rig.Wait(() => ClientThreads().Length == 0, "the end of the places' threads");
    }

    [Fact]
    public void An_answer_never_reaches_the_next_client_of_its_place()
    {
        using DaemonRig rig = new();
        rig.Start().Dispose();
        List<AnswerNotice> strange = [];
        for (int i = 0; i < 60; i++)
        {
            using (ControllerClient gone = ControllerClient.Connect(rig.Socket, "gone")) gone.Send(new CommandRequest(4711, CommandVerb.Arm));
            using ControllerClient next = ControllerClient.Connect(rig.Socket, "next");
            next.Ask(new CommandRequest(0, CommandVerb.Arm), notice =>
            {
                if (notice is AnswerNotice answer) strange.Add(answer);
            });
        }
        Assert.Empty(strange);
    }

    private static void BadClient(string path)
    {
        using Socket hostile = HostileClientTests.Connect(path);
        hostile.Send(HostileClientTests.Frame("hello"u8.ToArray()));
        Assert.NotEmpty(HostileClientTests.Reasons(hostile));
    }

    private static string[] ClientThreads() => [.. Directory.EnumerateDirectories("/proc/self/task").Where(task => NameOf(task).StartsWith("client ", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string NameOf(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm"));
        }
        catch (IOException)
        {
            // Ended while the folder was read.
            return "";
        }
    }
}
