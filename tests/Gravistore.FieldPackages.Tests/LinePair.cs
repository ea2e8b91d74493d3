using NModbus.IO;

namespace Gravistore.FieldPackages.Tests;

/// <summary>Two ends of a line in memory: what one end writes the other reads. A read waits as long as its end's time-out says.</summary>
internal sealed class LinePair
{
    private const int LongestMs = 10_000;

    private readonly Queue<byte> _toMaster = new(), _toSlave = new();
    private readonly object _lock = new();
    private bool _closed;

    public LinePair()
    {
        Master = new End(this, _toMaster, _toSlave);
        Slave = new End(this, _toSlave, _toMaster);
    }

    public IStreamResource Master { get; }

    public IStreamResource Slave { get; }

    /// <summary>Lets both ends fail from here on.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            Monitor.PulseAll(_lock);
        }
    }

    private sealed class End(LinePair line, Queue<byte> read, Queue<byte> write) : IStreamResource
    {
        public int InfiniteTimeout => -1;
        public int ReadTimeout { get; set; } = -1;
        public int WriteTimeout { get; set; } = -1;

        public void DiscardInBuffer()
        {
            lock (line._lock) read.Clear();
        }

        public int Read(byte[] buffer, int offset, int count)
        {
            lock (line._lock)
            {
                while (read.Count == 0)
                    if (line._closed || !Monitor.Wait(line._lock, ReadTimeout < 0 ? LongestMs : ReadTimeout)) throw new TimeoutException("nothing came");
                int given = Math.Min(count, read.Count);
                for (int i = 0; i < given; i++) buffer[offset + i] = read.Dequeue();
                return given;
            }
        }

        public void Write(byte[] buffer, int offset, int count)
        {
            lock (line._lock)
            {
                foreach (byte b in buffer.AsSpan(offset, count)) write.Enqueue(b);
                Monitor.PulseAll(line._lock);
            }
        }

        public void Dispose() => line.Close();
    }
}
