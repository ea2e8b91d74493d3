using System.Runtime.CompilerServices;

namespace Gravistore.Recording.Coding;

/// <summary>Words predicted from the one, two or three before them by a constant, a line or a parabola; all arithmetic wraps at 64 bits.</summary>
internal static class Differences
{
    public const int MaxOrder = 3;

    /// <summary>Turns words into what the prediction leaves, in place: repeated differences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Take(Span<long> words, int order)
    {
        for (int pass = 1; pass <= order; pass++)
            for (int i = words.Length - 1; i >= pass; i--) words[i] = unchecked(words[i] - words[i - 1]);
    }

    /// <summary>The inverse of <see cref="Take"/>, for an order from 1 to 3; the differences are carried from word to word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Undo(Span<long> words, int order)
    {
        if (words.Length < 2) return;
        long word = words[0], first = 0, second = 0;
        int i = 1;
        unchecked
        {
            if (order >= 2) words[i++] = word += first = words[1];
            if (order >= 3 && words.Length > 2) words[i++] = word += first += second = words[2];
            switch (order)
            {
                case 1: for (; i < words.Length; i++) words[i] = word += words[i]; break;
                case 2: for (; i < words.Length; i++) words[i] = word += first += words[i]; break;
                default: for (; i < words.Length; i++) words[i] = word += first += second += words[i]; break;
            }
        }
    }

    /// <summary>Writes differences: the first ones, which hold the start, as numbers of any length, the rest packed.</summary>
    public static void Write(ReadOnlySpan<long> differences, int order, ByteSink sink)
    {
        int starts = Math.Min(order, differences.Length);
        for (int i = 0; i < starts; i++) sink.Varint(Words.Fold(differences[i]));
        BitPacking.Write(differences[starts..], sink);
    }

    /// <summary>Size of what <see cref="Write"/> writes [bytes].</summary>
    public static int Size(ReadOnlySpan<long> differences, int order)
    {
        int starts = Math.Min(order, differences.Length), size = 0;
        for (int i = 0; i < starts; i++) size += ByteSink.VarintSize(Words.Fold(differences[i]));
        return size + BitPacking.Size(differences[starts..]);
    }

    public static void Read(ref ByteSource source, int order, Span<long> words)
    {
        int starts = Math.Min(order, words.Length);
        for (int i = 0; i < starts; i++) words[i] = Words.Unfold(source.Varint());
        BitPacking.Read(ref source, words[starts..]);
        Undo(words, order);
    }
}
