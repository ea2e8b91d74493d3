using System.Net.Sockets;

namespace NModbus.IO;

public interface IStreamResource : IDisposable
{
    int InfiniteTimeout { get; }

    int ReadTimeout { get; set; }

    int WriteTimeout { get; set; }

    void DiscardInBuffer();

    /// <summary>Blocks until there is a byte at least; 0 = the peer has closed.</summary>
    int Read(byte[] buffer, int offset, int count);

    void Write(byte[] buffer, int offset, int count);
}

public class TcpClientAdapter : IStreamResource
{
    private readonly TcpClient _client;

    public TcpClientAdapter(TcpClient tcpClient) => _client = tcpClient;

    public int InfiniteTimeout => Timeout.Infinite;

    public int ReadTimeout { get => _client.GetStream().ReadTimeout; set => _client.GetStream().ReadTimeout = value; }

    public int WriteTimeout { get => _client.GetStream().WriteTimeout; set => _client.GetStream().WriteTimeout = value; }

    public void Write(byte[] buffer, int offset, int size) => _client.GetStream().Write(buffer, offset, size);

    public int Read(byte[] buffer, int offset, int size) => _client.GetStream().Read(buffer, offset, size);

    public void DiscardInBuffer() => _client.GetStream().Flush();

    public void Dispose()
    {
        _client.Dispose();
        GC.SuppressFinalize(this);
    }
}
