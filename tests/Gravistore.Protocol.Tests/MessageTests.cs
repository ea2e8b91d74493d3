using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using Gravistore.Protocol.Frames;
using Gravistore.Protocol.Messages;

namespace Gravistore.Protocol.Tests;

/// <summary>Messages read back as themselves; what is none is refused with one line.</summary>
public sealed class MessageTests
{
    private static readonly Gen<double> Finite = Gen.Double[-1e9, 1e9];
    private static readonly Gen<string> Text = Gen.String[Gen.Char.AlphaNumeric, 0, 40];

    private static readonly Gen<Request> AnyRequest = Gen.OneOf<Request>(
        Gen.String[Gen.Char.AlphaNumeric, 1, 64].Select(name => (Request)new HelloRequest(1, name)),
        Gen.Select(Gen.Long, Gen.OneOf([.. CommandVerb.All]), Finite, Gen.Double[0, 1e9], Gen.Int[0, 64], Gen.Int[1, 7200])
            .Select((id, verb, power, rate, ready, hold) => (Request)new CommandRequest(id, verb) { PowerW = power, RateWPerS = rate, ReadyHoists = ready, HoldS = hold }),
        Gen.Select(Gen.OneOf(Gen.Const(0), Gen.Int[10, 60_000]), Gen.Long[0, long.MaxValue]).Select((every, from) => (Request)new SubscribeRequest(every, from)));

    private static readonly Gen<Notice> AnyNotice = Gen.OneOf<Notice>(
        Gen.Select(Gen.Long, Gen.Bool, Text).Select((id, accepted, reason) => (Notice)new AnswerNotice(id, accepted, reason)),
        Gen.Select(Gen.Long, Gen.Long, Gen.Int, Text, Finite).Select((sequence, time, number, text, value) => (Notice)new EventNotice(sequence, time, number, text, "info", -1, value, -value, "m", text, text)),
        Gen.Select(Gen.Int, Text, Finite).Select((count, text, power) => (Notice)new HelloNotice(1, text, text, count, power, 1, 1)),
        Text.Select(reason => (Notice)new DroppedNotice(reason)));

    [Fact]
    public void Every_request_reads_back_as_itself() => AnyRequest.Sample(request => MessageCodec.ReadRequest(Payload(b => MessageCodec.Write(b, request))).Equals(request));

    [Fact]
    public void Every_notice_reads_back_as_itself() => AnyNotice.Sample(notice => MessageCodec.ReadNotice(Payload(b => MessageCodec.Write(b, notice))).Equals(notice));

    [Fact]
    public void A_snapshot_of_64_hoists_fits_and_reads_back()
    {
        SnapshotNotice snapshot = Samples.Snapshot(hoists: 64, links: 200);
        byte[] payload = Payload(b => MessageCodec.Write(b, snapshot));
        SnapshotNotice read = Assert.IsType<SnapshotNotice>(MessageCodec.ReadNotice(payload));
        Assert.Equal(snapshot.Hoists, read.Hoists);
        Assert.Equal(snapshot.Links, read.Links);
        Assert.Equal(snapshot with { Hoists = [], Links = [] }, read with { Hoists = [], Links = [] });
        Assert.InRange(payload.Length, 1, ProtocolLimits.MaxNoticeBytes / 3);
    }

    [Theory]
    [InlineData("", "no request")]
    [InlineData("null", "null")]
    [InlineData("[]", "no request")]
    [InlineData("{}", "no request")]
    [InlineData("{\"type\":\"quit\"}", "no request")]
    [InlineData("{\"type\":\"command\",\"id\":1}", "no request")]
    [InlineData("{\"type\":\"command\",\"id\":1,\"verb\":null}", "no request")]
    [InlineData("{\"type\":\"command\",\"id\":1,\"verb\":\"arm\",\"verb\":\"stop\"}", "no request")]
    [InlineData("{\"type\":\"command\",\"id\":1,\"verb\":\"arm\",\"force\":true}", "no request")]
    [InlineData("{\"type\":\"command\",\"id\":1,\"verb\":\"reset\"}", "verb is unknown")]
    [InlineData("{\"type\":\"command\",\"id\":1,\"verb\":\"power\",\"powerW\":\"1\"}", "no request")]
    [InlineData("{\"type\":\"command\",\"id\":1,\"verb\":\"power\",\"powerW\":1e10}", "powerW")]
    [InlineData("{\"type\":\"command\",\"id\":1,\"verb\":\"power\",\"powerW\":1e999}", "powerW")]
    [InlineData("{\"type\":\"command\",\"id\":1,\"verb\":\"power\",\"powerW\":NaN}", "no request")]
    [InlineData("{\"type\":\"command\",\"id\":1,\"verb\":\"power\",\"rateWPerS\":-1}", "rateWPerS")]
    [InlineData("{\"type\":\"command\",\"id\":1,\"verb\":\"power\",\"readyHoists\":65}", "readyHoists")]
    [InlineData("{\"type\":\"command\",\"id\":1,\"verb\":\"power\",\"holdS\":0}", "holdS")]
    [InlineData("{\"type\":\"command\",\"id\":1,\"verb\":\"power\",\"holdS\":7201}", "holdS")]
    [InlineData("{\"type\":\"subscribe\",\"snapshotEveryMs\":9,\"eventsFrom\":0}", "snapshotEveryMs")]
    [InlineData("{\"type\":\"subscribe\",\"snapshotEveryMs\":0,\"eventsFrom\":-1}", "eventsFrom")]
    [InlineData("{\"type\":\"hello\",\"version\":1,\"client\":\"\"}", "client")]
    [InlineData("{\"type\":\"hello\",\"version\":1,\"client\":\"a\"}}", "no request")]
    [InlineData("{\"type\":\"answer\",\"id\":1,\"accepted\":true,\"reason\":\"\"}", "no request")]
    public void What_is_no_request_is_refused(string json, string says) =>
        Assert.Contains(says, Assert.Throws<ProtocolException>(() => MessageCodec.ReadRequest(Encoding.UTF8.GetBytes(json))).Message);

    [Fact]
    public void Any_bytes_give_a_request_or_one_short_line() => Gen.Byte.Array[0, 200].Sample(Reads);

    [Fact]
    public void A_damaged_request_gives_a_request_or_one_short_line() =>
        Gen.Select(AnyRequest, Gen.Int[0, 10_000], Gen.Byte).Sample((request, at, value) =>
        {
            byte[] payload = Payload(b => MessageCodec.Write(b, request));
            payload[at % payload.Length] = value;
            Reads(payload);
        });

    private static void Reads(byte[] payload)
    {
        try
        {
            MessageCodec.ReadRequest(payload);
        }
        catch (ProtocolException e)
        {
            Assert.InRange(e.Message.Length, 1, 300);
            Assert.DoesNotContain(e.Message, char.IsControl);
        }
    }

    [Fact]
    public void Figures_that_are_left_out_have_their_defaults() =>
        Assert.Equal(new CommandRequest(1, CommandVerb.Arm, 0, 0, 0, ProtocolLimits.DefaultHoldS), MessageCodec.ReadRequest("{\"type\":\"command\",\"id\":1,\"verb\":\"arm\"}"u8));

    [Fact]
    public void A_request_names_its_type_first() =>
        Assert.Equal("command", JsonDocument.Parse(Payload(b => MessageCodec.Write(b, new CommandRequest(7, CommandVerb.Arm)))).RootElement.EnumerateObject().First().Value.GetString());

    private static byte[] Payload(Action<ArrayBufferWriter<byte>> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        write(buffer);
        return buffer.WrittenSpan[FrameReader.HeadBytes..].ToArray();
    }
}
