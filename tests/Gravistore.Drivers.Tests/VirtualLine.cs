using Gravistore.Drivers.Links;

namespace Gravistore.Drivers.Tests;

/// <summary>A line in virtual time: each request is answered with pieces of bytes, each at its own time after it.</summary>
/// <param name="answer">Pieces and their times after the request [ns].</param>
internal sealed class VirtualLine(Func<byte[], IEnumerable<(long AfterNs, byte[] Bytes)>> answer) : ISerialLine
{
    private readonly List<(long AtNs, byte[] Bytes)> _coming = [];

    /// <summary>Now [ns].</summary>
    public long NowNs { get; private set; } = 1_000_000_000;
    public List<byte[]> Requests { get; } = [];
    /// <summary>When each request was sent [ns].</summary>
    public List<long> SentNs { get; } = [];
    public bool Disposed { get; private set; }

    /// <summary>Bytes come at a time of their own.</summary>
    public void Comes(long atNs, params byte[] bytes)
    {
        _coming.Add((atNs, bytes));
        _coming.Sort((a, b) => a.AtNs.CompareTo(b.AtNs));
    }

    public int Read(Span<byte> buffer, long patienceNs)
    {
        if (_coming.Count == 0 || _coming[0].AtNs > NowNs + Math.Max(0, patienceNs))
        {
            NowNs += Math.Max(0, patienceNs);
            return 0;
        }
        (long atNs, byte[] bytes) = _coming[0];
        NowNs = Math.Max(NowNs, atNs);
        int given = Math.Min(bytes.Length, buffer.Length);
        bytes.AsSpan(0, given).CopyTo(buffer);
        if (given == bytes.Length) _coming.RemoveAt(0);
        else _coming[0] = (atNs, bytes[given..]);
        return given;
    }

    public void Write(ReadOnlySpan<byte> bytes, long patienceNs)
    {
        byte[] request = bytes.ToArray();
        Requests.Add(request);
        SentNs.Add(NowNs);
        foreach ((long afterNs, byte[] piece) in answer(request)) Comes(NowNs + afterNs, piece);
    }

    public void Flush(bool unsent) => _coming.RemoveAll(c => c.AtNs <= NowNs);

    public void Dispose() => Disposed = true;
}
