using Gravistore.Recording.Blocks;

namespace Gravistore.Recording.Incidents;

/// <summary>A coded block that is kept in memory; its room is used again.</summary>
internal sealed class KeptBlock
{
    private byte[] _bytes = [];
    private int _length;

    public BlockKind Kind { get; private set; }
    public long FirstCycle { get; private set; }
    public ReadOnlySpan<byte> Content => _bytes.AsSpan(0, _length);

    public void Fill(BlockKind kind, long firstCycle, ReadOnlySpan<byte> content)
    {
        if (_bytes.Length < content.Length) _bytes = new byte[content.Length + content.Length / 4];
        (Kind, FirstCycle, _length) = (kind, firstCycle, content.Length);
        content.CopyTo(_bytes);
    }
}
