using NModbus;

namespace Gravistore.Simulator.Serial;

/// <summary>NModbus's slaves of one line, with a thread of their own: its network listens without giving it back.</summary>
internal sealed class SerialSlaves : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly SerialLine _line;
    private readonly Thread _thread;

    /// <param name="slaves">The devices on the line.</param>
    /// <param name="line">The line; disposed with this.</param>
    public SerialSlaves(IEnumerable<IModbusSlave> slaves, SerialLine line)
    {
        _line = line;
        IModbusSlaveNetwork network = new ModbusFactory().CreateRtuSlaveNetwork(line);
        foreach (IModbusSlave slave in slaves) network.AddSlave(slave);
        _thread = new Thread(() => Listen(network)) { Name = "line", IsBackground = true };
        _thread.Start();
    }

    /// <summary>By how much the line's thread was woken too late at most [ms].</summary>
    public long GreatestLatenessMs => _line.GreatestLatenessMs;

    public void Dispose()
    {
        _stop.Cancel();
        _line.Dispose();
        _thread.Join(TimeSpan.FromSeconds(5));
        _stop.Dispose();
    }

    private void Listen(IModbusSlaveNetwork network)
    {
        try
        {
            network.ListenAsync(_stop.Token).Wait(_stop.Token);
        }
        catch (Exception end) when (end is AggregateException or OperationCanceledException)
        {
            // A line that is closed may end its network with an exception.
        }
    }
}
