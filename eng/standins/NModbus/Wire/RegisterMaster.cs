namespace NModbus.Wire;

/// <summary>Registers read and written over one transport.</summary>
internal class RegisterMaster : IModbusMaster
{
    private const int MaxRead = 125;
    private const int MaxWrite = 123;
    private const int MaxReadWriteWrite = 121;

    private readonly MasterTransport _transport;

    public RegisterMaster(MasterTransport transport) => _transport = transport;

    public IModbusTransport Transport => _transport;

    public void Dispose()
    {
        _transport.Dispose();
        GC.SuppressFinalize(this);
    }

    public ushort[] ReadHoldingRegisters(byte slaveAddress, ushort startAddress, ushort numberOfPoints) => Read(3, slaveAddress, startAddress, numberOfPoints);

    public ushort[] ReadInputRegisters(byte slaveAddress, ushort startAddress, ushort numberOfPoints) => Read(4, slaveAddress, startAddress, numberOfPoints);

    public void WriteSingleRegister(byte slaveAddress, ushort registerAddress, ushort value)
    {
        byte[] pdu = new byte[5];
        pdu[0] = 6;
        Frame.Put(pdu, 1, registerAddress);
        Frame.Put(pdu, 3, value);
        _transport.Exchange(new Frame(slaveAddress, pdu), answer => Echoes(answer, pdu));
    }

    public void WriteMultipleRegisters(byte slaveAddress, ushort startAddress, ushort[] data)
    {
        Check(data, MaxWrite);
        byte[] pdu = new byte[6 + 2 * data.Length];
        pdu[0] = 16;
        Frame.Put(pdu, 1, startAddress);
        Frame.Put(pdu, 3, data.Length);
        pdu[5] = (byte)(2 * data.Length);
        Frame.Put(pdu, 6, data);
        _transport.Exchange(new Frame(slaveAddress, pdu), answer => Echoes(answer, pdu));
    }

    public ushort[] ReadWriteMultipleRegisters(byte slaveAddress, ushort startReadAddress, ushort numberOfPointsToRead, ushort startWriteAddress, ushort[] writeData)
    {
        CheckCount(numberOfPointsToRead);
        Check(writeData, MaxReadWriteWrite);
        byte[] pdu = new byte[10 + 2 * writeData.Length];
        pdu[0] = 23;
        Frame.Put(pdu, 1, startReadAddress);
        Frame.Put(pdu, 3, numberOfPointsToRead);
        Frame.Put(pdu, 5, startWriteAddress);
        Frame.Put(pdu, 7, writeData.Length);
        pdu[9] = (byte)(2 * writeData.Length);
        Frame.Put(pdu, 10, writeData);
        return Values(new Frame(slaveAddress, pdu), numberOfPointsToRead);
    }

    private ushort[] Read(byte function, byte slaveAddress, ushort startAddress, ushort numberOfPoints)
    {
        CheckCount(numberOfPoints);
        byte[] pdu = new byte[5];
        pdu[0] = function;
        Frame.Put(pdu, 1, startAddress);
        Frame.Put(pdu, 3, numberOfPoints);
        return Values(new Frame(slaveAddress, pdu), numberOfPoints);
    }

    private ushort[] Values(Frame request, int count)
    {
        Frame answer = _transport.Exchange(request, answer =>
        {
            int bytes = answer.ProtocolDataUnit.Length > 1 ? answer.ProtocolDataUnit[1] : -1;
            if (bytes != 2 * count) throw new IOException($"the answer counts {bytes} bytes where {2 * count} were asked for");
        });
        return Frame.Registers(answer.ProtocolDataUnit, 2, count);
    }

    // Address and value, or address and count, come back as they were sent.
    private static void Echoes(Frame answer, byte[] pdu)
    {
        if (!answer.ProtocolDataUnit.AsSpan().StartsWith(pdu.AsSpan(0, 5))) throw new IOException("the answer does not repeat what was written");
    }

    private static void CheckCount(int numberOfPoints)
    {
        if (numberOfPoints is < 1 or > MaxRead) throw new ArgumentException($"{numberOfPoints} registers; a read takes 1 to {MaxRead}", nameof(numberOfPoints));
    }

    private static void Check(ushort[] data, int most)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Length < 1 || data.Length > most) throw new ArgumentException($"{data.Length} registers; this write takes 1 to {most}", nameof(data));
    }
}
