using NModbus;

namespace Gravistore.FieldPackages.Tests;

/// <summary>A master and a slave of the package talk to each other.</summary>
public sealed class ExchangeTests
{
    /// <summary>A slave of the test's own: the network frames, the slave answers.</summary>
    private sealed class OwnSlave(byte unit, Func<byte[], byte[]> answer) : IModbusSlave
    {
        private sealed class Message(byte unit, byte[] pdu) : IModbusMessage
        {
            public byte FunctionCode { get => pdu[0]; set => pdu[0] = value; }
            public byte SlaveAddress { get; set; } = unit;
            public byte[] MessageFrame => [SlaveAddress, .. pdu];
            public byte[] ProtocolDataUnit => pdu;
            public ushort TransactionId { get; set; }
            public void Initialize(byte[] frame) => throw new NotSupportedException();
        }

        public byte UnitId => unit;
        public ISlaveDataStore DataStore => throw new NotSupportedException();
        public IModbusMessage ApplyRequest(IModbusMessage request) => new Message(request.SlaveAddress, answer(request.ProtocolDataUnit));
    }

    [Fact]
    public void Registers_are_read_and_written_by_every_function_in_use()
    {
        using SlaveRig rig = new();
        rig.Store.HoldingRegisters.WritePoints(0, [1, 2, 0xFFFF]);
        rig.Store.InputRegisters.WritePoints(65535, [77]);
        using IModbusMaster master = Link.Open(rig.Port, timeoutMs: 5000);
        Assert.Equal([1, 2, 0xFFFF], master.ReadHoldingRegisters(1, 0, 3));
        Assert.Equal([77], master.ReadInputRegisters(1, 65535, 1));
        master.WriteSingleRegister(1, 5, 0xABCD);
        master.WriteMultipleRegisters(1, 6, [10, 11]);
        Assert.Equal([0xABCD, 10, 11], master.ReadHoldingRegisters(1, 5, 3));
        Assert.Equal([0xABCD, 99, 98], master.ReadWriteMultipleRegisters(1, 5, 3, 6, [99, 98]));
        Assert.Equal([99, 98], rig.Store.HoldingRegisters.ReadPoints(6, 2));
    }

    [Fact]
    public void Longest_blocks_pass()
    {
        using SlaveRig rig = new();
        using IModbusMaster master = Link.Open(rig.Port, timeoutMs: 5000);
        ushort[] values = [.. Enumerable.Range(0, 125).Select(i => (ushort)(i * 521))];
        master.WriteMultipleRegisters(1, 0, values[..123]);
        Assert.Equal(values[..123], master.ReadHoldingRegisters(1, 0, 123));
        Assert.Equal(125, master.ReadWriteMultipleRegisters(1, 0, 125, 200, values[..121]).Length);
        Assert.Equal(values[..121], rig.Store.HoldingRegisters.ReadPoints(200, 121));
    }

    [Fact]
    public void What_cannot_be_asked_is_refused_before_it_is_sent()
    {
        using Peer peer = new(_ => []);
        using IModbusMaster master = Link.Open(peer.Port);
        Assert.Throws<ArgumentException>(() => master.ReadHoldingRegisters(1, 0, 126));
        Assert.Throws<ArgumentException>(() => master.WriteMultipleRegisters(1, 0, new ushort[124]));
        Assert.Throws<ArgumentException>(() => master.ReadWriteMultipleRegisters(1, 0, 1, 0, new ushort[122]));
        Assert.Empty(peer.Requests);
    }

    [Fact]
    public void A_request_looks_as_the_protocol_says()
    {
        using Peer peer = new(r => [Peer.Frame(Peer.Id(r), 1, 0x17, 6, 0x13, 0x37, 0x0F, 0xA0, 0x04, 0xE2)]);
        using IModbusMaster master = Link.Open(peer.Port, timeoutMs: 5000);
        Assert.Equal([0x1337, 0x0FA0, 0x04E2], master.ReadWriteMultipleRegisters(1, 3, 3, 0, [0x047F, 0x0FA0, 0]));
        byte[] request = Assert.Single(peer.Requests);
        Assert.Equal("000000110117000300030000000306047F0FA00000", Convert.ToHexString(request)[4..]);
    }

    [Fact]
    public void An_access_beyond_the_registers_is_exception_4_and_the_connection_lives()
    {
        using SlaveRig rig = new();
        using IModbusMaster master = Link.Open(rig.Port, timeoutMs: 5000);
        SlaveException refused = Assert.Throws<SlaveException>(() => master.ReadHoldingRegisters(1, 65530, 10));
        Assert.Equal(SlaveExceptionCodes.SlaveDeviceFailure, refused.SlaveExceptionCode);
        Assert.Equal(0x83, refused.FunctionCode);
        Assert.Equal(1, refused.SlaveAddress);
        Assert.Equal([0], master.ReadHoldingRegisters(1, 65535, 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_slave_of_our_own_refuses_with_its_own_code(byte code)
    {
        using SlaveRig rig = new(new OwnSlave(9, pdu => [(byte)(pdu[0] | 0x80), code]));
        using IModbusMaster master = Link.Open(rig.Port, timeoutMs: 5000);
        Assert.Equal(code, Assert.Throws<SlaveException>(() => master.WriteSingleRegister(9, 0, 1)).SlaveExceptionCode);
        Assert.Equal(code, Assert.Throws<SlaveException>(() => master.ReadWriteMultipleRegisters(9, 0, 1, 0, [1])).SlaveExceptionCode);
    }

    [Fact]
    public void A_slave_of_our_own_sees_the_request_as_it_came()
    {
        List<string> seen = [];
        using SlaveRig rig = new(new OwnSlave(9, pdu => { seen.Add(Convert.ToHexString(pdu)); return [pdu[0], 2, 0x12, 0x34]; }));
        using IModbusMaster master = Link.Open(rig.Port, timeoutMs: 5000);
        Assert.Equal([0x1234], master.ReadWriteMultipleRegisters(9, 3, 1, 0, [0x047E]));
        Assert.Equal([0x1234], master.ReadInputRegisters(9, 7, 1));
        Assert.Equal(["170003000100000001" + "02047E", "0400070001"], seen);
    }

    [Fact]
    public void A_unit_that_is_not_there_is_silent()
    {
        using SlaveRig rig = new();
        using IModbusMaster master = Link.Open(rig.Port);
        Assert.Throws<IOException>(() => master.ReadHoldingRegisters(2, 0, 1));
    }

    [Fact]
    public void A_network_ends_when_it_is_cancelled()
    {
        using SlaveRig rig = new();
        using IModbusMaster master = Link.Open(rig.Port);
        Assert.Equal([0], master.ReadHoldingRegisters(1, 0, 1));
        Assert.NotNull(rig.Stop());
        Assert.ThrowsAny<Exception>(() => master.ReadHoldingRegisters(1, 0, 1));
    }
}
