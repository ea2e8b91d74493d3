using System.Net.Sockets;
using NModbus.IO;

namespace Gravistore.Drivers.Links;

/// <summary>
/// A TCP connection as NModbus reads and writes it, with a deadline for the whole answer: NModbus's own time-out counts anew with every byte that
/// arrives. Dropped, it resets the connection and what was not sent yet is gone: no telegram may arrive later than it was meant for.
/// </summary>
internal sealed class DeadlineStream : IStreamResource
{
    private readonly Socket _socket;
    private readonly Func<long> _clockNs;
    private readonly long _patienceNs;
    private long _deadlineNs;

    /// <param name="socket">Connected.</param>
    /// <param name="patienceNs">Time for one answer [ns].</param>
    /// <param name="clockNs">Monotonic time [ns].</param>
    public DeadlineStream(Socket socket, long patienceNs, Func<long> clockNs)
    {
        _socket = socket;
        _patienceNs = patienceNs;
        _clockNs = clockNs;
        socket.LingerState = new LingerOption(true, 0);
    }

    public int InfiniteTimeout => Timeout.Infinite;

    public int ReadTimeout { get => _socket.ReceiveTimeout; set => _socket.ReceiveTimeout = value; }

    public int WriteTimeout { get => _socket.SendTimeout; set => _socket.SendTimeout = value; }

    public void DiscardInBuffer()
    {
        // A socket has no buffer that could be emptied without waiting; what is old is told apart by its transaction id.
    }

    /// <summary>Reads what is there, at least a byte.</summary>
    /// <exception cref="TimeoutException">The answer is not complete in time.</exception>
    /// <exception cref="SocketException">The connection is broken, or nothing came in time.</exception>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (_clockNs() > _deadlineNs) throw new TimeoutException("the answer was not complete in time");
        return _socket.Receive(buffer, offset, count, SocketFlags.None);
    }

    /// <summary>Sends a request; the time for its answer begins.</summary>
    /// <exception cref="SocketException">The connection is broken.</exception>
    public void Write(byte[] buffer, int offset, int count)
    {
        _deadlineNs = _clockNs() + _patienceNs;
        for (int sent = 0; sent < count;) sent += _socket.Send(buffer, offset + sent, count - sent, SocketFlags.None);
    }

    public void Dispose() => _socket.Dispose();
}
