using Gravistore.Controller.Journal;
using Gravistore.Controller.Startup;
using Gravistore.Protocol;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Tests;

/// <summary>A whole session through the socket, with a plant in memory.</summary>
public sealed class SessionTests
{
    [Fact]
    public void From_start_to_stop()
    {
        using DaemonRig rig = new();
        using ControllerClient client = rig.Start();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(rig.Socket));
        client.Send(new SubscribeRequest(20, 0));
        SnapshotNotice start = rig.Until(client, s => s.Mode == "tripped", "the start");
        Assert.Equal("start", start.FirstOut);
        AnswerNotice early = client.Ask(new CommandRequest(0, CommandVerb.Arm));
        Assert.False(early.Accepted);
        Assert.Contains("reset key", early.Reason);

        Reset(rig, client);
        Assert.True(client.Ask(new CommandRequest(0, CommandVerb.Arm)).Accepted);
        rig.Until(client, s => s.Mode == "armed", "armed");
        Assert.True(client.Ask(new CommandRequest(0, CommandVerb.Power) { PowerW = 50e3, HoldS = 2 }).Accepted);
        SnapshotNotice running = rig.Until(client, s => s.Mode == "running" && s.Hoists.Any(h => h.SpeedMps > 0.05), "motion");
        Assert.Equal(50e3, running.SetPointW);
        Assert.InRange(running.HoldLeftS, 0.001, 2);
        rig.Until(client, s => s.SetPointW == 0 && s.HoldLeftS == 0, "the end of the set point");
        Assert.True(client.Ask(new CommandRequest(0, CommandVerb.Power) { PowerW = 50e3 }).Accepted);
        rig.Until(client, s => s.Hoists.Any(h => h.SpeedMps > 0.05), "motion again");

        Assert.Equal(ExitCode.Good, rig.Stop());
        Assert.True(rig.Field!.Disposed);
        Assert.False(File.Exists(rig.Socket));
        using PositionJournal journal = PositionJournal.Open(rig.State);
        Assert.All(journal.Last!.Hoists, h => Assert.True(h.AtRest));
    }

    [Fact]
    public void Events_come_from_any_number_on_and_each_once()
    {
        using DaemonRig rig = new();
        using ControllerClient client = rig.Start();
        client.Send(new SubscribeRequest(20, 0));
        rig.Until(client, s => s.Mode == "tripped", "the start");
        Reset(rig, client);
        List<EventNotice> all = Events(client, 1), later = Events(client, 3);
        Assert.Equal(Enumerable.Range(1, all.Count).Select(i => (long)i), all.Select(e => e.Sequence));
        Assert.Contains(all, e => e is { Name: "start", Severity: "info" });
        Assert.Contains(all, e => e.Name == "reset");
        Assert.Equal(all.Skip(2).Select(e => e.Sequence), later.Take(all.Count - 2).Select(e => e.Sequence));
    }

    [Fact]
    public void A_brake_stop_trips_and_latches()
    {
        using DaemonRig rig = new();
        using ControllerClient client = rig.Start();
        client.Send(new SubscribeRequest(20, 0));
        rig.Until(client, s => s.Mode == "tripped", "the start");
        Reset(rig, client);
        Assert.True(client.Ask(new CommandRequest(0, CommandVerb.BrakeStop)).Accepted);
        SnapshotNotice tripped = rig.Until(client, s => s.Mode == "tripped", "the trip");
        Assert.Equal("brake-stop-asked", tripped.FirstOut);
    }

    [Fact]
    public void A_restart_takes_the_positions_and_their_corrections_over()
    {
        using DaemonRig rig = new();
        Directory.CreateDirectory(rig.State);
        double lengthM;
        using (ControllerClient client = rig.Start())
        {
            client.Send(new SubscribeRequest(20, 0));
            rig.Until(client, s => s.Mode == "tripped", "the start");
        }
        rig.Stop();
        using (PositionJournal journal = PositionJournal.Open(rig.State))
        {
            lengthM = journal.Last!.Hoists[0].RopeLengthM;
            journal.Write(journal.Last.Plant, [.. journal.Last.Hoists.Select(h => h with { DepthOffsetM = 0.25 })]);
        }
        using DaemonRig again = new();
        Directory.Delete(again.Folder, recursive: true);
        Directory.Move(rig.Folder, again.Folder);
        Directory.CreateDirectory(rig.Folder);
        using ControllerClient second = again.Start();
        second.Send(new SubscribeRequest(20, 0));
        SnapshotNotice snapshot = again.Until(second, s => s.Mode == "tripped", "the second start");
        Assert.InRange(snapshot.Hoists[0].DepthM - lengthM, 0.25, 0.6);
    }

    private static void Reset(DaemonRig rig, ControllerClient client)
    {
        rig.Field!.ResetKey = true;
        rig.Until(client, s => s.Mode == "parked", "the reset");
        rig.Field.ResetKey = false;
    }

    private static List<EventNotice> Events(ControllerClient client, long from)
    {
        client.Send(new SubscribeRequest(0, from));
        List<EventNotice> events = [];
        while (client.Next(500) is { } notice)
            if (notice is EventNotice e) events.Add(e);
        return events;
    }
}
