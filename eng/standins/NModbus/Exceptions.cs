namespace NModbus;

public static class SlaveExceptionCodes
{
    public const byte IllegalFunction = 1;
    public const byte IllegalDataAddress = 2;
    public const byte IllegalDataValue = 3;
    public const byte SlaveDeviceFailure = 4;
    public const byte Acknowledge = 5;
    public const byte SlaveDeviceBusy = 6;
}

/// <summary>The slave's answer was an exception.</summary>
public class SlaveException : Exception
{
    public SlaveException()
    {
    }

    public SlaveException(string message)
        : base(message)
    {
    }

    public SlaveException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal SlaveException(byte slaveAddress, byte functionCode, byte exceptionCode)
        : base($"slave {slaveAddress} answers function code {functionCode} with exception code {exceptionCode}")
    {
        SlaveAddress = slaveAddress;
        FunctionCode = functionCode;
        SlaveExceptionCode = exceptionCode;
    }

    /// <summary>With the error bit: 131 for a refused function 3.</summary>
    public byte FunctionCode { get; }

    public byte SlaveExceptionCode { get; }

    public byte SlaveAddress { get; }
}

/// <summary>Thrown by a slave's data store to answer a request with an exception of its choice.</summary>
public class InvalidModbusRequestException : Exception
{
    public InvalidModbusRequestException(byte exceptionCode)
        : base($"the request is answered with exception code {exceptionCode}") => ExceptionCode = exceptionCode;

    public byte ExceptionCode { get; }
}
