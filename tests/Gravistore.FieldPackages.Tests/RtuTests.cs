using NModbus;
using NModbus.Data;
using NModbus.IO;
using NModbus.Utility;

namespace Gravistore.FieldPackages.Tests;

/// <summary>RTU framing over a stream of our own: what goes out, what a master makes of what comes back, and slaves on one line.</summary>
public sealed class RtuTests
{
    /// <summary>A stream that keeps what is written and gives what the test says, in pieces.</summary>
    private sealed class Script(params string[] pieces) : IStreamResource
    {
        private readonly Queue<byte[]> _pieces = new(pieces.Select(Convert.FromHexString));
        public List<string> Written { get; } = [];
        public int Discarded { get; private set; }
        public bool Disposed { get; private set; }
        public int InfiniteTimeout => -1;
        public int ReadTimeout { get; set; } = -1;
        public int WriteTimeout { get; set; } = -1;
        public void DiscardInBuffer() => Discarded++;
        public void Write(byte[] buffer, int offset, int count) => Written.Add(Convert.ToHexString(buffer, offset, count));
        public void Dispose() => Disposed = true;

        public int Read(byte[] buffer, int offset, int count)
        {
            if (!_pieces.TryPeek(out byte[]? piece)) throw new TimeoutException("the line is silent");
            int given = Math.Min(count, piece.Length);
            piece.AsSpan(0, given).CopyTo(buffer.AsSpan(offset));
            _pieces.Dequeue();
            if (given < piece.Length)
            {
                byte[][] rest = [piece[given..], .. _pieces];
                _pieces.Clear();
                foreach (byte[] next in rest) _pieces.Enqueue(next);
            }
            return given;
        }
    }

    private static IModbusSerialMaster Master(IStreamResource stream, int retries = 0)
    {
        IModbusSerialMaster master = new ModbusFactory().CreateRtuMaster(stream);
        master.Transport.Retries = retries;
        master.Transport.SlaveBusyUsesRetryCount = true;
        master.Transport.WaitToRetryMilliseconds = 0;
        return master;
    }

    [Theory]
    [InlineData("01030000000A", "C5CD")]
    [InlineData("010300000001", "840A")]
    [InlineData("1103006B0003", "7687")]
    [InlineData("0110000000020404 7F2710", "D97B")]
    [InlineData("018302", "C0F1")]
    public void Checksums_are_those_of_the_protocol(string body, string crc) =>
        Assert.Equal(crc, Convert.ToHexString(ModbusUtility.CalculateCrc(Convert.FromHexString(body.Replace(" ", "", StringComparison.Ordinal)))));

    [Fact]
    public void Defaults_wait_for_ever_and_try_four_times()
    {
        IModbusSerialMaster master = new ModbusFactory().CreateRtuMaster(new Script());
        Assert.Equal((3, 250, -1, -1, false, true), (master.Transport.Retries, master.Transport.WaitToRetryMilliseconds, master.Transport.ReadTimeout,
            master.Transport.WriteTimeout, master.Transport.SlaveBusyUsesRetryCount, master.Transport.CheckFrame));
    }

    [Fact]
    public void A_request_looks_as_the_protocol_says()
    {
        Script line = new("01030400010002" + "2A32");
        Assert.Equal([1, 2], Master(line).ReadHoldingRegisters(1, 0, 2));
        Assert.Equal(["010300000002C40B"], line.Written);
        Assert.Equal(1, line.Discarded);
    }

    [Fact]
    public void An_answer_in_single_bytes_is_one_answer()
    {
        Script line = new([.. "010304000100022A32".Chunk(2).Select(c => new string(c))]);
        Assert.Equal([1, 2], Master(line).ReadHoldingRegisters(1, 0, 2));
    }

    [Fact]
    public void A_wrong_checksum_is_an_error() =>
        Assert.Throws<IOException>(() => Master(new Script("010304000100022A33")).ReadHoldingRegisters(1, 0, 2));

    [Fact]
    public void A_foreign_unit_is_an_error()
    {
        byte[] body = Convert.FromHexString("02030400010002");
        Assert.ThrowsAny<IOException>(() => Master(new Script(Convert.ToHexString([.. body, .. ModbusUtility.CalculateCrc(body)]))).ReadHoldingRegisters(1, 0, 2));
    }

    [Fact]
    public void A_silent_line_is_the_streams_time_out()
    {
        Script line = new();
        Assert.Throws<TimeoutException>(() => Master(line).ReadHoldingRegisters(1, 0, 2));
        Assert.Single(line.Written);
    }

    [Fact]
    public void A_refusal_is_an_exception_with_its_code()
    {
        SlaveException refused = Assert.Throws<SlaveException>(() => Master(new Script("018302C0F1")).ReadHoldingRegisters(1, 0, 2));
        Assert.Equal((SlaveExceptionCodes.IllegalDataAddress, (byte)1), (refused.SlaveExceptionCode, refused.SlaveAddress));
    }

    [Fact]
    public void Disposing_the_master_disposes_its_stream()
    {
        Script line = new();
        Master(line).Dispose();
        Assert.True(line.Disposed);
    }

    [Fact]
    public async Task Slaves_of_one_line_answer_for_themselves()
    {
        LinePair line = new();
        ModbusFactory factory = new();
        SlaveDataStore first = new(), second = new();
        IModbusSlaveNetwork network = factory.CreateRtuSlaveNetwork(line.Slave);
        network.AddSlave(factory.CreateSlave(1, first));
        network.AddSlave(factory.CreateSlave(2, second));
        using CancellationTokenSource stop = new();
        Task listening = Task.Factory.StartNew(() => network.ListenAsync(stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        IModbusSerialMaster master = Master(line.Master);
        master.Transport.ReadTimeout = 5000;
        master.WriteMultipleRegisters(1, 5, [1, 2, 3]);
        Assert.Equal([1, 2, 3, 0], master.ReadWriteMultipleRegisters(1, 5, 4, 100, [7]));
        Assert.Equal([7], first.HoldingRegisters.ReadPoints(100, 1));
        second.InputRegisters.WritePoints(0, [99]);
        Assert.Equal([99], master.ReadInputRegisters(2, 0, 1));
        master.WriteSingleRegister(2, 65535, 0xABCD);
        Assert.Equal([0xABCD], master.ReadHoldingRegisters(2, 65535, 1));
        Assert.Equal(SlaveExceptionCodes.SlaveDeviceFailure, Assert.Throws<SlaveException>(() => master.ReadHoldingRegisters(2, 65535, 2)).SlaveExceptionCode);
        await stop.CancelAsync();
        line.Close();
        await Task.WhenAny(listening, Task.Delay(TimeSpan.FromSeconds(10)));
        Assert.True(listening.IsCompleted, "the network does not end");
    }
}
