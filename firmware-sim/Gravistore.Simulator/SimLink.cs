namespace Gravistore.Simulator;

/// <summary>What a device on the wire is.</summary>
public enum SimDeviceKind { Drive, BrakeUnit, HoistIo, Meter, PlantIo }

/// <summary>Where one device of the plant is served.</summary>
/// <param name="Name">Its name in commands, such as h1.drive.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Hoist">Hoist number from 0; -1 for a device of the plant.</param>
/// <param name="Host">Address to listen at.</param>
/// <param name="Port">TCP port; 0 = any free one. Devices of one host and port (other than 0) share it.</param>
/// <param name="Unit">Modbus unit.</param>
public sealed record SimLink(string Name, SimDeviceKind Kind, int Hoist, string Host, int Port, byte Unit)
{
    /// <summary>The RS-485 line it is served on; null for one that is served over TCP.</summary>
    public SimBus? Bus { get; init; }
}
