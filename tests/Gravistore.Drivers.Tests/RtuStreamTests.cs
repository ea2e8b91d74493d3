using CsCheck;
using Gravistore.Core.Parameters;
using Gravistore.Drivers.Links;
using Gravistore.Drivers.Ports;
using NModbus;

namespace Gravistore.Drivers.Tests;

/// <summary>NModbus over a serial line in virtual time: split and late answers, echo, noise, silence.</summary>
public sealed class RtuStreamTests
{
    private const long Ms = 1_000_000;

    private static readonly SerialBus Bus = new()
    {
        Name = "bus-1",
        Path = "/dev/nowhere",
        Baud = 19_200,
        Format = SerialFormat.EvenOneStop,
        Echo = false,
        TurnaroundS = 0.002,
        CycleS = 0.05,
        AnswerTimeoutS = 0.03,
    };

    private static IModbusMaster Master(VirtualLine line, SerialBus? bus = null)
    {
        IModbusMaster master = new ModbusFactory().CreateRtuMaster(new RtuStream(line, bus ?? Bus, () => line.NowNs));
        master.Transport.Retries = 0;
        master.Transport.SlaveBusyUsesRetryCount = true;
        return master;
    }

    // Registers count from 100 on.
    private static byte[] Answer(byte[] request)
    {
        int count = request[5];
        return RtuFrameTests.Frame([request[0], request[1], (byte)(2 * count), .. Enumerable.Range(100, count).SelectMany(v => (byte[])[(byte)(v >> 8), (byte)v])]);
    }

    [Fact]
    public void However_an_answer_is_cut_its_registers_are_the_same() => Gen.Select(Gen.Int[1, 125], Gen.Int[1, 9].Array[1, 300], Gen.Byte.Array[0, 20]).Sample((count, cuts, noise) =>
    {
        VirtualLine line = new(request => Pieces([.. noise, .. Answer(request)], cuts));
        Assert.Equal(Enumerable.Range(100, count).Select(v => (ushort)v), Master(line).ReadHoldingRegisters(7, 0, (ushort)count));
    }, iter: 300);

    private static IEnumerable<(long, byte[])> Pieces(byte[] bytes, int[] cuts)
    {
        long afterNs = 5 * Ms;
        int at = 0;
        for (int i = 0; at < bytes.Length; i++)
        {
            int length = Math.Min(cuts[i % cuts.Length], bytes.Length - at);
            yield return (afterNs, bytes[at..(at + length)]);
            at += length;
            afterNs += 50_000;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_own_echo_is_passed_over(bool declared)
    {
        VirtualLine line = new(request => [(1 * Ms, request), (9 * Ms, Answer(request))]);
        Assert.Equal([100, 101], Master(line, Bus with { Echo = declared }).ReadHoldingRegisters(1, 0, 2));
    }

    [Fact]
    public void A_write_that_only_its_echo_answers_is_not_answered()
    {
        VirtualLine line = new(request => [(1 * Ms, request)]);
        Assert.Throws<TimeoutException>(() => Master(line, Bus with { Echo = true }).WriteSingleRegister(1, 0, 5));
        VirtualLine sound = new(request => [(1 * Ms, request), (9 * Ms, request)]);
        Master(sound, Bus with { Echo = true }).WriteSingleRegister(1, 0, 5);
    }

    [Fact]
    public void Silence_ends_when_the_answer_could_have_been_there_and_the_bus_has_waited()
    {
        VirtualLine line = new(_ => []);
        IModbusMaster master = Master(line);
        Assert.Contains("silent", Assert.Throws<TimeoutException>(() => master.ReadHoldingRegisters(1, 0, 10)).Message, StringComparison.Ordinal);
        double expectedS = Bus.ExchangeS(8, 25) + Bus.AnswerTimeoutS;
        Assert.InRange(1e-9 * (line.NowNs - line.SentNs[0]), expectedS - 1e-6, expectedS + 1e-6);
    }

    [Fact]
    public void A_flipped_bit_is_no_answer_and_the_next_one_is_good()
    {
        int asked = 0;
        VirtualLine line = new(request =>
        {
            byte[] answer = Answer(request);
            if (asked++ == 0) answer[4] ^= 8;
            return [(5 * Ms, answer)];
        });
        IModbusMaster master = Master(line);
        Assert.Contains("no sound answer", Assert.Throws<TimeoutException>(() => master.ReadHoldingRegisters(1, 0, 2)).Message, StringComparison.Ordinal);
        Assert.Equal([100, 101], master.ReadHoldingRegisters(1, 0, 2));
    }

    [Fact]
    public void A_late_answer_is_forgotten_before_the_next_request()
    {
        int asked = 0;
        VirtualLine line = new(request => asked++ == 0 ? [(455 * Ms / 10, RtuFrameTests.Frame([1, 3, 2, 0xDE, 0xAD]))] : [(10 * Ms, Answer(request))]);
        IModbusMaster master = Master(line);
        Assert.Throws<TimeoutException>(() => master.ReadHoldingRegisters(1, 0, 1));
        Assert.Equal([100], master.ReadHoldingRegisters(1, 0, 1));
    }

    [Fact]
    public void An_answer_that_always_comes_a_round_late_is_never_taken_for_the_next()
    {
        long lateNs = 70 * Ms;
        ushort value = 0;
        VirtualLine line = new(request => [(lateNs, RtuFrameTests.Frame([1, 3, (byte)(2 * request[5]), .. Enumerable.Repeat((byte)value, 2 * request[5])]))]);
        FieldLinks links = new() { Name = "x", Plant = "x", Devices = [], AnswerTimeoutS = 0.05, ConnectTimeoutS = 1, ReconnectFirstS = 1, ReconnectLastS = 1 };
        LinkSession session = new(Master(line), true, links, new LinkCounters(), () => line.NowNs);
        PolledPort port = new(new FieldDevice("h1.io", FieldDeviceKind.HoistIo, 0, "", 0, 1) { Bus = Bus }, 3, 0, 6, (_, _, _) => { });
        for (value = 1; value < 20; value++)
        {
            Assert.Throws<TimeoutException>(() => port.Exchange(session, value));
            port.Missed++;
            Assert.False(port.Read.Take());
        }
        lateNs = 8 * Ms;
        // Mended: the first answer is to the short question and is not used, the second is whole and is its own.
        port.Exchange(session, 0);
        Assert.False(port.Read.Take());
        port.Missed = 0;
        value = 77;
        port.Exchange(session, 0);
        Assert.True(port.Read.Take());
        Assert.All(port.Read.Front, word => Assert.Equal(77 * 257, word));
    }

    [Fact]
    public void Requests_are_a_gap_apart_from_whatever_was_on_the_line()
    {
        VirtualLine line = new(request => [(8 * Ms, Answer(request))]);
        IModbusMaster master = Master(line);
        master.ReadHoldingRegisters(1, 0, 1);
        long answeredNs = line.NowNs;
        line.Comes(answeredNs + Ms, 0x55);
        master.ReadHoldingRegisters(2, 0, 1);
        Assert.True(line.SentNs[1] - answeredNs >= Ms + (long)(1e9 * Bus.GapS), $"{line.SentNs[1] - answeredNs} ns");
    }

    [Fact]
    public void A_line_that_is_never_silent_is_not_talked_into()
    {
        VirtualLine line = new(_ => []);
        for (int i = 0; i < 200; i++) line.Comes(line.NowNs + i * Ms, 0xAA);
        IModbusMaster master = Master(line);
        Assert.Contains("never silent", Assert.Throws<TimeoutException>(() => master.ReadHoldingRegisters(1, 0, 1)).Message, StringComparison.Ordinal);
        Assert.Empty(line.Requests);
    }

    [Fact]
    public void A_refusal_is_an_exception_and_the_line_goes_on()
    {
        int asked = 0;
        VirtualLine line = new(request => [(5 * Ms, asked++ == 0 ? RtuFrameTests.Frame([1, 0x83, 2]) : Answer(request))]);
        IModbusMaster master = Master(line);
        Assert.Equal(2, Assert.Throws<SlaveException>(() => master.ReadHoldingRegisters(1, 0, 1)).SlaveExceptionCode);
        Assert.Equal([100], master.ReadHoldingRegisters(1, 0, 1));
        master.Dispose();
        Assert.True(line.Disposed);
    }
}
