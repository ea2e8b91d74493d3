using Gravistore.Console.Operator;
using Gravistore.Console.Processes;

namespace Gravistore.Console.Rig;

/// <summary>A simulated field on this machine at free ports, for somebody to talk with; ended with this.</summary>
internal sealed class SimulatedDevices : IDisposable
{
    private const int StartS = 60;

    private readonly RigFolder _folder = new(keep: null);
    private readonly ChildProcess _simulator;

    private SimulatedDevices(PlantPlaces places)
    {
        Links = OwnPorts.Write(places.Links, _folder.Path);
        _simulator = ChildProcess.Start(ProgramFile.Simulator, [places.Truth, "--links", Links, "--ready-file", _folder.Ready, "--real-time"], listen: true);
    }

    /// <summary>Where every device is served.</summary>
    public string Links { get; }

    /// <summary>Starts it and waits until everything is served.</summary>
    /// <exception cref="OperationException">It does not start.</exception>
    public static SimulatedDevices Start(PlantPlaces places, CancellationToken interrupted)
    {
        SimulatedDevices devices = new(places);
        try
        {
            devices._simulator.Await(() => File.Exists(devices._folder.Ready), "gravistore-sim", StartS, interrupted);
            return devices;
        }
        catch
        {
            devices.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _simulator.Dispose();
        _folder.Dispose();
    }
}
