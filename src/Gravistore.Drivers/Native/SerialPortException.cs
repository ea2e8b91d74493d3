namespace Gravistore.Drivers.Native;

/// <summary>What is wrong with a serial port.</summary>
internal enum SerialTrouble { Missing, NoRights, NotSerial, InUse, Settings, Gone }

/// <summary>A serial port cannot be used, or not any more.</summary>
/// <param name="trouble">What is wrong.</param>
/// <param name="path">The port.</param>
/// <param name="what">The same in words.</param>
internal sealed class SerialPortException(SerialTrouble trouble, string path, string what) : IOException($"{path}: {what}")
{
    public SerialTrouble Trouble { get; } = trouble;

    /// <summary>Without the port's name.</summary>
    public string What { get; } = what;
}
