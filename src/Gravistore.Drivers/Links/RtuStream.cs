using Gravistore.Core.Parameters;
using NModbus.IO;

namespace Gravistore.Drivers.Links;

/// <summary>
/// A serial line as NModbus reads and writes it. A request goes out when the line was silent for 3.5 characters; NModbus gets to read nothing but a
/// whole, sound answer to it. Noise, the own echo, other units' frames and late answers are passed over; what is left when the time is up is forgotten.
/// </summary>
internal sealed class RtuStream : IStreamResource
{
    /// <summary>A line that is not silent for so long is not one that a request could be sent on [ns].</summary>
    private const long LongestBabbleNs = 30_000_000;
    private const long WritePatienceNs = 200_000_000;
    private const double NsPerS = 1e9;

    private readonly ISerialLine _line;
    private readonly SerialBus _bus;
    private readonly Func<long> _clockNs;
    private readonly byte[] _request = new byte[RtuFrame.MaxLength], _received = new byte[4 * RtuFrame.MaxLength];
    private int _requestLength, _receivedLength, _answerAt, _answerEnd;
    private long _deadlineNs, _lastByteNs;

    /// <param name="line">Open.</param>
    /// <param name="bus">Rate, echo and patience.</param>
    /// <param name="clockNs">Monotonic time [ns].</param>
    public RtuStream(ISerialLine line, SerialBus bus, Func<long> clockNs)
    {
        _line = line;
        _bus = bus;
        _clockNs = clockNs;
        _lastByteNs = clockNs();
    }

    public int InfiniteTimeout => Timeout.Infinite;

    /// <summary>Without effect: the time for an answer follows from its length and the bus.</summary>
    public int ReadTimeout { get; set; } = Timeout.Infinite;

    /// <summary>Without effect.</summary>
    public int WriteTimeout { get; set; } = Timeout.Infinite;

    /// <summary>Forgets everything that was received.</summary>
    public void DiscardInBuffer()
    {
        (_receivedLength, _answerAt, _answerEnd) = (0, 0, 0);
        _line.Flush(unsent: false);
    }

    /// <summary>Gives bytes of the answer, waiting until it is whole.</summary>
    /// <exception cref="TimeoutException">No sound answer in time.</exception>
    /// <exception cref="IOException">The port is gone.</exception>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (_answerAt == _answerEnd) Receive();
        int given = Math.Min(count, _answerEnd - _answerAt);
        _received.AsSpan(_answerAt, given).CopyTo(buffer.AsSpan(offset));
        _answerAt += given;
        return given;
    }

    /// <summary>Sends a request; the time for its answer begins.</summary>
    /// <exception cref="TimeoutException">The line is never silent.</exception>
    /// <exception cref="IOException">The port is gone.</exception>
    public void Write(byte[] buffer, int offset, int count)
    {
        ReadOnlySpan<byte> request = buffer.AsSpan(offset, count);
        AwaitSilence();
        DiscardInBuffer();
        request.CopyTo(_request);
        _requestLength = count;
        double onTheLineS = _bus.ExchangeS(count, RtuFrame.AnswerLength(request));
        _line.Write(request, WritePatienceNs);
        _lastByteNs = _clockNs() + (long)(NsPerS * count * _bus.CharacterS);
        _deadlineNs = _clockNs() + (long)(NsPerS * (onTheLineS + _bus.AnswerTimeoutS));
    }

    public void Dispose() => _line.Dispose();

    private void Receive()
    {
        while (true)
        {
            if (FindAnswer()) return;
            long leftNs = _deadlineNs - _clockNs();
            // Also when the time is up: what came while this thread was held up has come in time.
            int came = _receivedLength == _received.Length ? 0 : _line.Read(_received.AsSpan(_receivedLength), leftNs);
            if (came == 0 && (leftNs <= 0 || _receivedLength == _received.Length)) throw NotAnswered();
            _receivedLength += came;
            _lastByteNs = Math.Max(_lastByteNs, _clockNs());
        }
    }

    private bool FindAnswer()
    {
        ReadOnlySpan<byte> request = _request.AsSpan(0, _requestLength), received = _received.AsSpan(0, _receivedLength);
        int from = 0;
        if (_bus.Echo)
        {
            // A write of one register is answered by itself: only what comes behind the own telegram can be the answer.
            if (received.Length < request.Length && request.StartsWith(received)) return false;
            if (received.StartsWith(request)) from = request.Length;
        }
        (int start, int length) = RtuFrame.Find(request, received[from..]);
        if (length == 0) return false;
        (_answerAt, _answerEnd) = (from + start, from + start + length);
        return true;
    }

    private TimeoutException NotAnswered()
    {
        int came = _receivedLength;
        _line.Flush(unsent: true);
        (_receivedLength, _lastByteNs) = (0, _clockNs());
        return new TimeoutException(came == 0 ? "the line was silent" : $"{came} bytes came, and no sound answer among them");
    }

    // What comes now belongs to nobody: an answer that is late, or noise.
    private void AwaitSilence()
    {
        long gapNs = (long)(NsPerS * _bus.GapS), endNs = Math.Max(_clockNs(), _lastByteNs) + LongestBabbleNs;
        if (_line.Read(_received, 0) > 0) _lastByteNs = Math.Max(_lastByteNs, _clockNs());
        for (long leftNs = _lastByteNs + gapNs - _clockNs(); leftNs > 0; leftNs = _lastByteNs + gapNs - _clockNs())
        {
            if (_clockNs() > endNs) throw new TimeoutException("the line is never silent");
            if (_line.Read(_received, leftNs) > 0) _lastByteNs = Math.Max(_lastByteNs, _clockNs());
        }
    }
}
