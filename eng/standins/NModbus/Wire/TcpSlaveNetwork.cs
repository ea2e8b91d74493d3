using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Net.Sockets;

namespace NModbus.Wire;

/// <summary>Slaves behind one TCP port.</summary>
internal sealed class TcpSlaveNetwork : IModbusTcpSlaveNetwork
{
    private static readonly byte[] Known = [1, 2, 3, 4, 5, 6, 8, 15, 16, 21, 23];

    private readonly TcpListener _listener;
    private readonly Dictionary<byte, IModbusSlave> _slaves = [];
    private readonly ConcurrentDictionary<TcpClient, bool> _masters = new();

    public TcpSlaveNetwork(TcpListener listener) => _listener = listener;

    public ReadOnlyCollection<TcpClient> Masters => new([.. _masters.Keys]);

    public void AddSlave(IModbusSlave slave) => _slaves.Add(slave.UnitId, slave);

    public IModbusSlave GetSlave(byte unitId) => _slaves.GetValueOrDefault(unitId);

    public void RemoveSlave(byte unitId) => _slaves.Remove(unitId);

    public async Task ListenAsync(CancellationToken cancellationToken = default)
    {
        _listener.Start();
        using CancellationTokenRegistration stop = cancellationToken.Register(_listener.Stop);
        while (!cancellationToken.IsCancellationRequested)
        {
            TcpClient client = await _listener.AcceptTcpClientAsync(CancellationToken.None).ConfigureAwait(false);
            _masters.TryAdd(client, true);
            _ = Task.Run(() => ServeAsync(client), CancellationToken.None);
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        foreach (TcpClient client in _masters.Keys) client.Dispose();
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            NetworkStream stream = client.GetStream();
            byte[] header = new byte[Frame.HeaderLength];
            while (true)
            {
                await stream.ReadExactlyAsync(header).ConfigureAwait(false);
                (ushort transactionId, int length) = Frame.ReadHeader(header);
                byte[] body = new byte[length];
                await stream.ReadExactlyAsync(body).ConfigureAwait(false);
                await AnswerAsync(stream, Frame.Parse(body, transactionId)).ConfigureAwait(false);
            }
        }
        catch (Exception)
        {
            // Closed by the peer, or a frame that makes no sense: the connection ends here, the network goes on.
        }
        finally
        {
            _masters.TryRemove(client, out _);
            client.Dispose();
        }
    }

    private async Task AnswerAsync(NetworkStream stream, Frame request)
    {
        if (Array.IndexOf(Known, request.FunctionCode) < 0) throw new NotSupportedException($"function code {request.FunctionCode} is not known here");
        if (GetSlave(request.SlaveAddress) is not { } slave) return;
        IModbusMessage answer = slave.ApplyRequest(request);
        answer.TransactionId = request.TransactionId;
        await stream.WriteAsync(Frame.Build(answer)).ConfigureAwait(false);
    }
}
