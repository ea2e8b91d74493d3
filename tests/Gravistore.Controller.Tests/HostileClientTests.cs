using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Gravistore.Controller.Gateway;
using Gravistore.Protocol;
using Gravistore.Protocol.Frames;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Tests;

/// <summary>Clients that lie, flood, never read or say nothing: each is dropped with a reason, the others are served, nothing grows, no command passes.</summary>
public sealed class HostileClientTests
{
    /// <summary>Bounded here; GRAVISTORE_HOSTILE_FRAMES=1000000 asks for more; eng/hostile-frames.sh attacks a whole process.</summary>
    private static readonly int Frames = int.TryParse(Environment.GetEnvironmentVariable("GRAVISTORE_HOSTILE_FRAMES"), out int frames) ? frames : 600;
    private static readonly byte[] Hello = Encoding.UTF8.GetBytes("{\"type\":\"hello\",\"version\":1,\"client\":\"hostile\"}");

    [Fact]
    public void Damaged_frames_are_dropped_with_a_reason_and_change_nothing()
    {
        using DaemonRig rig = new();
        using ControllerClient good = rig.Start();
        good.Send(new SubscribeRequest(20, 0));
        rig.Until(good, s => s.Mode == "tripped", "the start");
        Random random = new(1);
        int dropped = 0;
        for (int i = 0; i < Frames; i++)
        {
            using Socket hostile = Connect(rig.Socket);
            try
            {
                if (i % 3 > 0) hostile.Send(Frame(Hello));
                hostile.Send(Damaged(random, i));
                hostile.Shutdown(SocketShutdown.Send);
                dropped += Reasons(hostile).Count > 0 ? 1 : 0;
            }
            catch (SocketException)
            {
                // Closed while it still sent: dropped as well.
                dropped++;
            }
        }
        Assert.InRange(dropped, Frames / 2, Frames);
        SnapshotNotice after = rig.Until(good, s => s.Mode == "tripped", "a snapshot");
        Assert.Equal("start", after.FirstOut);
        Assert.DoesNotContain("internal", rig.Log);
    }

    [Theory]
    [InlineData("{\"type\":\"command\",\"id\":1,\"verb\":\"arm\"}", "the first message is not hello")]
    [InlineData("{\"type\":\"hello\",\"version\":2,\"client\":\"x\"}", "speaks version 1")]
    [InlineData("{\"type\":\"hello\"}", "no request of this contract")]
    [InlineData("hello", "no request of this contract")]
    public void A_wrong_beginning_is_told(string message, string reason)
    {
        using DaemonRig rig = new();
        using ControllerClient good = rig.Start();
        using Socket hostile = Connect(rig.Socket);
        hostile.Send(Frame(Encoding.UTF8.GetBytes(message)));
        Assert.Contains(reason, Assert.Single(Reasons(hostile)));
        rig.Wait(() => rig.Log.Contains(reason, StringComparison.Ordinal), "the log");
    }

    [Fact]
    public void A_flooding_client_is_dropped_and_another_is_answered_meanwhile()
    {
        using DaemonRig rig = new();
        using ControllerClient good = rig.Start();
        using Socket hostile = Connect(rig.Socket);
        hostile.Send(Frame(Hello));
        byte[] stop = Frame(Encoding.UTF8.GetBytes("{\"type\":\"command\",\"id\":1,\"verb\":\"arm\"}"));
        Assert.True(Floods(hostile, stop));
        Assert.False(good.Ask(new CommandRequest(0, CommandVerb.Arm)).Accepted);
        rig.Wait(() => rig.Log.Contains("'hostile' was dropped", StringComparison.Ordinal), "the drop");
    }

    [Fact]
    public void A_client_that_never_reads_is_dropped_and_the_others_lose_nothing()
    {
        using DaemonRig rig = new();
        using ControllerClient good = rig.Start();
        using Socket hostile = Connect(rig.Socket);
        hostile.Send(Frame(Hello));
        hostile.Send(Frame(Encoding.UTF8.GetBytes("{\"type\":\"subscribe\",\"snapshotEveryMs\":10,\"eventsFrom\":1}")));
        good.Send(new SubscribeRequest(10, 1));
        long lost = -1;
        rig.Wait(() =>
        {
            if (good.Next(1000) is SnapshotNotice s) lost = s.SnapshotsLost;
            return rig.Log.Contains("'hostile' was dropped: nothing was read", StringComparison.Ordinal);
        }, "the drop");
        Assert.NotEqual(-1, lost);
    }

    [Fact]
    public void A_half_open_client_is_dropped()
    {
        using DaemonRig rig = new();
        using ControllerClient good = rig.Start();
        using Socket silent = Connect(rig.Socket), half = Connect(rig.Socket);
        half.Send(Frame(Hello));
        half.Send([0, 0, 0, 200, 1, 2, 3]);
        Assert.Contains("no hello", Assert.Single(Reasons(silent)));
        Assert.Contains("a frame was not whole", Reasons(half)[^1]);
    }

    [Fact]
    public void The_ninth_client_is_told_that_there_are_eight()
    {
        using DaemonRig rig = new();
        List<ControllerClient> clients = [rig.Start()];
        while (clients.Count < CommandServer.MaxClients) clients.Add(ControllerClient.Connect(rig.Socket, "one of many"));
        Assert.Contains("8 clients", Assert.Throws<ProtocolException>(() => ControllerClient.Connect(rig.Socket, "ninth")).Message);
        foreach (ControllerClient client in clients) client.Dispose();
    }

    private static bool Floods(Socket hostile, byte[] frame)
    {
        try
        {
            for (int i = 0; i < 100_000; i++) hostile.Send(frame);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private static byte[] Damaged(Random random, int kind)
    {
        byte[] sound = Frame(Encoding.UTF8.GetBytes("{\"type\":\"command\",\"id\":1,\"verb\":\"arm\",\"powerW\":1}"));
        switch (kind % 4)
        {
            case 0:
                byte[] noise = new byte[random.Next(1, 300)];
                random.NextBytes(noise);
                return noise;
            case 1: return sound[..random.Next(1, sound.Length)];
            case 2:
                BinaryPrimitives.WriteUInt32BigEndian(sound, (uint)random.NextInt64(ProtocolLimits.MaxRequestBytes + 1, uint.MaxValue));
                return sound;
            default:
                sound[random.Next(FrameReader.HeadBytes, sound.Length)] = (byte)random.Next(1, 32);
                return sound;
        }
    }

    internal static Socket Connect(string path)
    {
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = DaemonRig.LongestMs, SendTimeout = DaemonRig.LongestMs };
        socket.Connect(new UnixDomainSocketEndPoint(path));
        return socket;
    }

    internal static byte[] Frame(byte[] payload)
    {
        ArrayBufferWriter<byte> buffer = new();
        FrameWriter.Write(buffer, payload, ProtocolLimits.MaxRequestBytes);
        return buffer.WrittenSpan.ToArray();
    }

    // Everything until the controller closes; the reasons for a drop among it.
    internal static List<string> Reasons(Socket socket)
    {
        FrameReader frames = new(ProtocolLimits.MaxNoticeBytes);
        List<string> reasons = [];
        while (true)
        {
            int count = socket.Receive(frames.Room.Span);
            if (count == 0) return reasons;
            frames.Filled(count);
            while (frames.TryTake(out ReadOnlyMemory<byte> payload))
                if (MessageCodec.ReadNotice(payload.Span) is DroppedNotice dropped) reasons.Add(dropped.Reason);
        }
    }
}
