namespace NModbus.Wire;

/// <summary>Slaves on one line: each hears everything, the one that is addressed answers, and none says anything to what it does not understand.</summary>
internal sealed class RtuSlaveNetwork : IModbusSlaveNetwork
{
    private const byte Broadcast = 0;

    private readonly RtuTransport _transport;
    private readonly Dictionary<byte, IModbusSlave> _slaves = [];

    public RtuSlaveNetwork(RtuTransport transport) => _transport = transport;

    public void AddSlave(IModbusSlave slave) => _slaves.Add(slave.UnitId, slave);

    public IModbusSlave GetSlave(byte unitId) => _slaves.GetValueOrDefault(unitId);

    public void RemoveSlave(byte unitId) => _slaves.Remove(unitId);

    /// <summary>Answers until it is cancelled; returns only then.</summary>
    public Task ListenAsync(CancellationToken cancellationToken = default)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                Answer(_transport.ReadRequest());
            }
            catch (InvalidOperationException)
            {
                break;
            }
            catch (Exception)
            {
                // A frame that makes no sense, or none in time: listen on.
                if (!cancellationToken.IsCancellationRequested) _transport.DiscardInBuffer();
            }
        }
        return Task.CompletedTask;
    }

    public void Dispose() => _transport.Dispose();

    private void Answer(Frame request)
    {
        if (request.SlaveAddress == Broadcast)
            foreach (IModbusSlave each in _slaves.Values) each.ApplyRequest(request);
        else if (GetSlave(request.SlaveAddress) is { } slave) _transport.Write(slave.ApplyRequest(request));
    }
}
