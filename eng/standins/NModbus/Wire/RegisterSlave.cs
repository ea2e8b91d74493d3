namespace NModbus.Wire;

/// <summary>A slave whose registers are a data store.</summary>
internal sealed class RegisterSlave : IModbusSlave
{
    public RegisterSlave(byte unitId, ISlaveDataStore dataStore)
    {
        UnitId = unitId;
        DataStore = dataStore;
    }

    public byte UnitId { get; }

    public ISlaveDataStore DataStore { get; }

    public IModbusMessage ApplyRequest(IModbusMessage request)
    {
        try
        {
            return new Frame(request.SlaveAddress, Answer(request.ProtocolDataUnit));
        }
        catch (InvalidModbusRequestException refused)
        {
            return Refuse(request, refused.ExceptionCode);
        }
        catch (Exception)
        {
            return Refuse(request, SlaveExceptionCodes.SlaveDeviceFailure);
        }
    }

    private byte[] Answer(byte[] pdu)
    {
        switch (pdu[0])
        {
            case 3: return Registers(pdu[0], DataStore.HoldingRegisters.ReadPoints(Frame.Word(pdu, 1), Frame.Word(pdu, 3)));
            case 4: return Registers(pdu[0], DataStore.InputRegisters.ReadPoints(Frame.Word(pdu, 1), Frame.Word(pdu, 3)));
            case 6:
                DataStore.HoldingRegisters.WritePoints(Frame.Word(pdu, 1), [Frame.Word(pdu, 3)]);
                return pdu[..5];
            case 16:
                DataStore.HoldingRegisters.WritePoints(Frame.Word(pdu, 1), Frame.Registers(pdu, 6, Frame.Word(pdu, 3)));
                return pdu[..5];
            case 23:
                DataStore.HoldingRegisters.WritePoints(Frame.Word(pdu, 5), Frame.Registers(pdu, 10, Frame.Word(pdu, 7)));
                return Registers(pdu[0], DataStore.HoldingRegisters.ReadPoints(Frame.Word(pdu, 1), Frame.Word(pdu, 3)));
            default: throw new InvalidModbusRequestException(SlaveExceptionCodes.IllegalFunction);
        }
    }

    private static byte[] Registers(byte function, ushort[] values)
    {
        byte[] pdu = new byte[2 + 2 * values.Length];
        pdu[0] = function;
        pdu[1] = (byte)(2 * values.Length);
        Frame.Put(pdu, 2, values);
        return pdu;
    }

    private static Frame Refuse(IModbusMessage request, byte code) => new(request.SlaveAddress, [(byte)(request.FunctionCode | Frame.ErrorBit), code]);
}
