namespace Gravistore.Core.Parameters;

/// <summary>Where the field devices of one plant answer, and how long they may take: immutable, read once from a file under config/links.</summary>
public sealed record FieldLinks
{
    /// <summary>Short name, as in its file.</summary>
    public required string Name { get; init; }
    /// <summary>Name of the plant whose devices these are.</summary>
    public required string Plant { get; init; }
    /// <summary>Every device once: a drive, a brake unit and an input module for each hoist, one meter, one plant module.</summary>
    public required IReadOnlyList<FieldDevice> Devices { get; init; }
    /// <summary>Every RS-485 line; none where all devices are reached over TCP.</summary>
    public IReadOnlyList<SerialBus> Buses { get; init; } = [];
    /// <summary>A request without an answer for this long has failed, and its connection with it [s].</summary>
    public required double AnswerTimeoutS { get; init; }
    /// <summary>A connection that is not there after this time is tried again later [s].</summary>
    public required double ConnectTimeoutS { get; init; }
    /// <summary>Pause before the first attempt to connect again [s]; it doubles with each failure.</summary>
    public required double ReconnectFirstS { get; init; }
    /// <summary>Longest pause between attempts [s].</summary>
    public required double ReconnectLastS { get; init; }

    /// <summary>The device of a kind; of the plant's own devices there is one.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="hoist">Hoist number from 0; -1 for a device of the plant.</param>
    /// <exception cref="ArgumentException">There is none: the links were not checked against their plant.</exception>
    public FieldDevice Device(FieldDeviceKind kind, int hoist = -1)
    {
        foreach (FieldDevice device in Devices)
            if (device.Kind == kind && device.Hoist == hoist) return device;
        throw new ArgumentException($"links {Name} have no {kind} of hoist {hoist + 1}");
    }
}

/// <summary>What a field device is.</summary>
public enum FieldDeviceKind { Drive, BrakeUnit, HoistIo, Meter, PlantIo }

/// <summary>One device on the wire. Devices with the same host and port, or on one bus, share a connection and are told apart by their unit.</summary>
/// <param name="Name">Its name in messages and statistics, such as h1.drive.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Hoist">Hoist number from 0; -1 for a device of the plant.</param>
/// <param name="Host">Address or name of the machine; empty for a device on a bus.</param>
/// <param name="Port">TCP port, 1 to 65535; 0 for a device on a bus.</param>
/// <param name="Unit">Modbus unit, 0 to 255.</param>
public sealed record FieldDevice(string Name, FieldDeviceKind Kind, int Hoist, string Host, int Port, int Unit)
{
    /// <summary>The RS-485 line it hangs on; null for a device that is reached over TCP.</summary>
    public SerialBus? Bus { get; init; }

    /// <summary>Where it answers, for messages: host and port, or the bus with its port.</summary>
    public string Address => Bus is null ? $"{Host}:{Port}" : $"{Bus.Name} ({Bus.Path})";
}
