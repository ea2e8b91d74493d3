using System.Net.Sockets;

namespace Gravistore.Simulator.Wire;

/// <summary>Whole Modbus TCP frames from a socket, however they were cut on the way.</summary>
internal sealed class FrameReader(Socket socket)
{
    public const int UnitAt = 6;
    public const int FunctionAt = 7;
    private const int LengthAt = 4;
    private const int HeaderLength = 6;
    private const int MinBody = 2, MaxBody = 254;

    private readonly byte[] _buffer = new byte[4096];
    private int _count;

    /// <summary>The next frame; null when the peer has closed.</summary>
    /// <exception cref="InvalidDataException">No frame begins here: protocol id or length are impossible.</exception>
    /// <exception cref="SocketException">The connection is broken.</exception>
    public async ValueTask<byte[]?> NextAsync()
    {
        while (true)
        {
            if (Whole() is { } frame) return frame;
            int read = await socket.ReceiveAsync(_buffer.AsMemory(_count)).ConfigureAwait(false);
            if (read == 0) return null;
            _count += read;
        }
    }

    private byte[]? Whole()
    {
        if (_count < HeaderLength) return null;
        int body = (_buffer[LengthAt] << 8) | _buffer[LengthAt + 1];
        if (_buffer[2] != 0 || _buffer[3] != 0 || body is < MinBody or > MaxBody) throw new InvalidDataException("no Modbus TCP frame");
        int length = HeaderLength + body;
        if (_count < length) return null;
        byte[] frame = _buffer[..length];
        _buffer.AsSpan(length, _count - length).CopyTo(_buffer);
        _count -= length;
        return frame;
    }
}
