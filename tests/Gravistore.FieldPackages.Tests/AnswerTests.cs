using System.Net.Sockets;
using NModbus;
using NModbus.IO;

namespace Gravistore.FieldPackages.Tests;

/// <summary>What a master makes of answers that are late, foreign, split, refused or missing.</summary>
public sealed class AnswerTests
{
    /// <summary>A stream of the test's own, whose reads end as the test says.</summary>
    private sealed class Stream(Func<byte[], int, int, int> read) : IStreamResource
    {
        public int InfiniteTimeout => -1;
        public int ReadTimeout { get; set; }
        public int WriteTimeout { get; set; }
        public int Written { get; private set; }
        public bool Disposed { get; private set; }
        public void DiscardInBuffer() { }
        public int Read(byte[] buffer, int offset, int count) => read(buffer, offset, count);
        public void Write(byte[] buffer, int offset, int count) => Written++;
        public void Dispose() => Disposed = true;
    }

    private static byte[] Good(byte[] request, int back = 0, byte unit = 1) => Peer.Frame(Peer.Id(request) - back, unit, 3, 2, 0x12, 0x34);

    [Fact]
    public void Defaults_wait_for_ever_and_try_four_times()
    {
        using Peer peer = new(_ => []);
        using TcpClient client = new("127.0.0.1", peer.Port);
        using IModbusMaster master = new ModbusFactory().CreateMaster(client);
        Assert.Equal((3, 250, -1, -1, 0u, false), (master.Transport.Retries, master.Transport.WaitToRetryMilliseconds, master.Transport.ReadTimeout,
            master.Transport.WriteTimeout, master.Transport.RetryOnOldResponseThreshold, master.Transport.SlaveBusyUsesRetryCount));
    }

    [Fact]
    public void Silence_ends_with_the_time_out_and_one_request()
    {
        using Peer peer = new(_ => []);
        using IModbusMaster master = Link.Open(peer.Port);
        IOException silent = Assert.Throws<IOException>(() => master.ReadHoldingRegisters(1, 0, 1));
        Assert.Equal(SocketError.TimedOut, Assert.IsType<SocketException>(silent.InnerException).SocketErrorCode);
        Assert.Single(peer.Requests);
    }

    [Fact]
    public void A_retry_sends_again_with_another_transaction_id()
    {
        int asked = 0;
        using Peer peer = new(r => asked++ == 0 ? [] : [Good(r)]);
        using IModbusMaster master = Link.Open(peer.Port, timeoutMs: 1500);
        master.Transport.Retries = 1;
        Assert.Equal([0x1234], master.ReadHoldingRegisters(1, 0, 1));
        Assert.Equal(2, peer.Requests.Count);
        Assert.Equal(Peer.Id(peer.Requests[0]) + 1, Peer.Id(peer.Requests[1]));
    }

    [Fact]
    public void A_frame_in_single_bytes_is_one_answer()
    {
        using Peer peer = new(r => [.. Good(r).Select(b => new[] { b })]);
        using IModbusMaster master = Link.Open(peer.Port, timeoutMs: 5000);
        Assert.Equal([0x1234], master.ReadHoldingRegisters(1, 0, 1));
    }

    [Fact]
    public void An_older_answer_in_the_same_segment_is_skipped_where_that_is_allowed()
    {
        using Peer peer = new(r => [[.. Peer.Frame(Peer.Id(r) - 1, 1, 3, 2, 0xDE, 0xAD), .. Good(r)]]);
        using IModbusMaster master = Link.Open(peer.Port, timeoutMs: 5000);
        Assert.Equal([0x1234], master.ReadHoldingRegisters(1, 0, 1));
        Assert.Equal([0x1234], master.ReadHoldingRegisters(1, 0, 1));
    }

    [Fact]
    public void An_older_answer_is_an_error_where_it_is_not_allowed()
    {
        using Peer peer = new(r => [Good(r, back: 1)]);
        using IModbusMaster master = Link.Open(peer.Port, oldAnswers: 0);
        Assert.Throws<IOException>(() => master.ReadHoldingRegisters(1, 0, 1));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-100)]
    [InlineData(3)]
    public void A_foreign_transaction_id_is_an_error(int back)
    {
        using Peer peer = new(r => [Good(r, back)]);
        using IModbusMaster master = Link.Open(peer.Port);
        Assert.Throws<IOException>(() => master.ReadHoldingRegisters(1, 0, 1));
    }

    [Fact]
    public void A_foreign_unit_is_an_error()
    {
        using Peer peer = new(r => [Good(r, unit: 2)]);
        using IModbusMaster master = Link.Open(peer.Port);
        Assert.Throws<IOException>(() => master.ReadHoldingRegisters(1, 0, 1));
    }

    [Fact]
    public void A_foreign_function_is_an_error()
    {
        using Peer peer = new(r => [Peer.Frame(Peer.Id(r), 1, 4, 2, 0x12, 0x34)]);
        using IModbusMaster master = Link.Open(peer.Port);
        Assert.ThrowsAny<IOException>(() => master.ReadHoldingRegisters(1, 0, 1));
    }

    [Fact]
    public void An_answer_of_another_length_is_an_error()
    {
        using Peer peer = new(r => [Peer.Frame(Peer.Id(r), 1, 3, 4, 1, 2, 3, 4)]);
        using IModbusMaster master = Link.Open(peer.Port);
        Assert.ThrowsAny<IOException>(() => master.ReadHoldingRegisters(1, 0, 1));
    }

    [Fact]
    public void An_answer_that_breaks_off_is_an_error()
    {
        using Peer peer = new(r => [Good(r)[..8]]);
        using IModbusMaster master = Link.Open(peer.Port);
        Assert.Throws<IOException>(() => master.ReadHoldingRegisters(1, 0, 1));
    }

    [Fact]
    public void A_closed_connection_is_an_error()
    {
        using Peer peer = new(_ => null);
        using IModbusMaster master = Link.Open(peer.Port);
        Assert.Throws<IOException>(() => master.ReadHoldingRegisters(1, 0, 1));
    }

    [Fact]
    public void A_busy_slave_is_an_exception_when_attempts_are_counted()
    {
        using Peer peer = new(r => [Peer.Frame(Peer.Id(r), 1, 0x83, 6)]);
        using IModbusMaster master = Link.Open(peer.Port);
        Assert.Equal(6, Assert.Throws<SlaveException>(() => master.ReadHoldingRegisters(1, 0, 1)).SlaveExceptionCode);
        Assert.Single(peer.Requests);
    }

    [Fact]
    public void An_acknowledge_is_followed_by_the_answer_or_by_the_time_out()
    {
        int asked = 0;
        using Peer peer = new(r => asked++ == 0 ? [Peer.Frame(Peer.Id(r), 1, 0x83, 5), Good(r)] : [Peer.Frame(Peer.Id(r), 1, 0x83, 5)]);
        using IModbusMaster master = Link.Open(peer.Port, timeoutMs: 1500);
        Assert.Equal([0x1234], master.ReadHoldingRegisters(1, 0, 1));
        Assert.Throws<IOException>(() => master.ReadHoldingRegisters(1, 0, 1));
        Assert.Equal(2, peer.Requests.Count);
    }

    [Fact]
    public void A_stream_of_our_own_carries_frames_and_its_time_out_ends_the_exchange()
    {
        Stream silent = new((_, _, _) => throw new TimeoutException("the answer is late"));
        IModbusMaster master = new ModbusFactory().CreateIpMaster(silent);
        master.Transport.Retries = 0;
        Assert.Throws<TimeoutException>(() => master.ReadHoldingRegisters(1, 0, 1));
        Assert.Equal(1, silent.Written);
        master.Dispose();
        Assert.True(silent.Disposed);
    }
}
