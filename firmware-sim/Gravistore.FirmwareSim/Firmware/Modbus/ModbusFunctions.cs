using System.Buffers.Binary;

namespace Gravistore.FirmwareSim.Firmware;

/// <summary>
/// The slave's side of Modbus as a pure function: request PDU in, response PDU out; no framing, no unit id, no wire.
/// Order of checks as in the Modbus application protocol: function (01), quantity and byte count (03), address (02), execution (04).
/// </summary>
public static class ModbusFunctions
{
    /// <summary>Longest protocol data unit [bytes].</summary>
    public const int MaxPduLength = 253;
    private const int MaxRead = 125;
    private const int MaxWrite = 123;
    private const int MaxReadWriteWrite = 121;
    private const int MaxRegisters = 128;
    private const byte ErrorFlag = 0x80;

    /// <summary>Executes one request on <paramref name="device"/>.</summary>
    /// <param name="device">The device behind the registers.</param>
    /// <param name="functions">What the device answers.</param>
    /// <param name="request">Request PDU, function code first.</param>
    /// <param name="response">Room for <see cref="MaxPduLength"/> bytes.</param>
    /// <returns>Length of the response, 0 = no answer (an empty request, or one that is itself an exception response).</returns>
    public static int Execute(IRegisterDevice device, ModbusFunctionSet functions, ReadOnlySpan<byte> request, Span<byte> response)
    {
        if (request.Length == 0 || (request[0] & ErrorFlag) != 0) return 0;
        byte function = request[0];
        if (device is IFunctionAware aware) aware.CurrentFunction = function;
        int length = 0;
        ModbusException exception = Supports(functions, function)
            ? Dispatch(device, function, request, response, out length)
            : ModbusException.IllegalFunction;
        if (device is IFunctionAware done) done.CurrentFunction = 0;
        return exception == ModbusException.None ? length : Refuse(function, exception, response);
    }

    private static bool Supports(ModbusFunctionSet functions, byte function) => function switch
    {
        0x03 => (functions & ModbusFunctionSet.ReadHoldingRegisters) != 0,
        0x04 => (functions & ModbusFunctionSet.ReadInputRegisters) != 0,
        0x06 => (functions & ModbusFunctionSet.WriteSingleRegister) != 0,
        0x10 => (functions & ModbusFunctionSet.WriteMultipleRegisters) != 0,
        0x17 => (functions & ModbusFunctionSet.ReadWriteMultipleRegisters) != 0,
        _ => false,
    };

    private static ModbusException Dispatch(IRegisterDevice device, byte function, ReadOnlySpan<byte> request, Span<byte> response, out int length)
    {
        length = 0;
        return function switch
        {
            0x03 or 0x04 => Read(device, request, response, out length),
            0x06 => WriteSingle(device, request, response, out length),
            0x10 => WriteMultiple(device, request, response, out length),
            _ => ReadWrite(device, request, response, out length),
        };
    }

    private static ModbusException Read(IRegisterDevice device, ReadOnlySpan<byte> request, Span<byte> response, out int length)
    {
        length = 0;
        if (request.Length != 5) return ModbusException.IllegalValue;
        int quantity = Word(request, 3);
        if (quantity is < 1 or > MaxRead) return ModbusException.IllegalValue;
        int address = Word(request, 1);
        if (!InRange(address, quantity)) return ModbusException.IllegalAddress;
        Span<ushort> registers = stackalloc ushort[MaxRegisters];
        ModbusException exception = device.Read(address, registers[..quantity]);
        if (exception == ModbusException.None) length = Answer(request[0], registers[..quantity], response);
        return exception;
    }

    private static ModbusException WriteSingle(IRegisterDevice device, ReadOnlySpan<byte> request, Span<byte> response, out int length)
    {
        length = 0;
        if (request.Length != 5) return ModbusException.IllegalValue;
        ReadOnlySpan<ushort> value = [(ushort)Word(request, 3)];
        ModbusException exception = device.Write(Word(request, 1), value);
        if (exception == ModbusException.None) length = Echo(request, 5, response);
        return exception;
    }

    private static ModbusException WriteMultiple(IRegisterDevice device, ReadOnlySpan<byte> request, Span<byte> response, out int length)
    {
        length = 0;
        if (request.Length < 6) return ModbusException.IllegalValue;
        int quantity = Word(request, 3);
        if (quantity is < 1 or > MaxWrite || request[5] != 2 * quantity || request.Length != 6 + 2 * quantity) return ModbusException.IllegalValue;
        int address = Word(request, 1);
        if (!InRange(address, quantity)) return ModbusException.IllegalAddress;
        Span<ushort> registers = stackalloc ushort[MaxRegisters];
        Unpack(request[6..], registers[..quantity]);
        ModbusException exception = device.Write(address, registers[..quantity]);
        if (exception == ModbusException.None) length = Echo(request, 5, response);
        return exception;
    }

    // Writes before it reads; a read that will be refused is found out first, so that nothing is written on an exception.
    private static ModbusException ReadWrite(IRegisterDevice device, ReadOnlySpan<byte> request, Span<byte> response, out int length)
    {
        length = 0;
        if (request.Length < 10) return ModbusException.IllegalValue;
        int readQuantity = Word(request, 3), writeQuantity = Word(request, 7);
        if (readQuantity is < 1 or > MaxRead || writeQuantity is < 1 or > MaxReadWriteWrite) return ModbusException.IllegalValue;
        if (request[9] != 2 * writeQuantity || request.Length != 10 + 2 * writeQuantity) return ModbusException.IllegalValue;
        int readAddress = Word(request, 1), writeAddress = Word(request, 5);
        if (!InRange(readAddress, readQuantity) || !InRange(writeAddress, writeQuantity)) return ModbusException.IllegalAddress;
        Span<ushort> read = stackalloc ushort[MaxRegisters];
        Span<ushort> write = stackalloc ushort[MaxRegisters];
        Unpack(request[10..], write[..writeQuantity]);
        ModbusException exception = device.Read(readAddress, read[..readQuantity]);
        if (exception == ModbusException.None) exception = device.Write(writeAddress, write[..writeQuantity]);
        if (exception == ModbusException.None) exception = device.Read(readAddress, read[..readQuantity]);
        if (exception == ModbusException.None) length = Answer(request[0], read[..readQuantity], response);
        return exception;
    }

    // In 32 bits: 65535 + 2 registers is beyond the map, not at its beginning.
    private static bool InRange(int address, int quantity) => address + quantity <= 0x10000;

    private static int Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static void Unpack(ReadOnlySpan<byte> bytes, Span<ushort> registers)
    {
        for (int i = 0; i < registers.Length; i++) registers[i] = BinaryPrimitives.ReadUInt16BigEndian(bytes[(2 * i)..]);
    }

    private static int Answer(byte function, ReadOnlySpan<ushort> registers, Span<byte> response)
    {
        response[0] = function;
        response[1] = (byte)(2 * registers.Length);
        for (int i = 0; i < registers.Length; i++) BinaryPrimitives.WriteUInt16BigEndian(response[(2 + 2 * i)..], registers[i]);
        return 2 + 2 * registers.Length;
    }

    private static int Echo(ReadOnlySpan<byte> request, int count, Span<byte> response)
    {
        request[..count].CopyTo(response);
        return count;
    }

    private static int Refuse(byte function, ModbusException exception, Span<byte> response)
    {
        response[0] = (byte)(function | ErrorFlag);
        response[1] = (byte)exception;
        return 2;
    }
}
