namespace Gravistore.Recording.Coding;

/// <summary>Values as 64-bit words that rise and fall with them, so that near values have near words.</summary>
internal static class Words
{
    /// <summary>A double's bits as a word in the order of the numbers; its own inverse. Every bit pattern, NaN too, has its word.</summary>
    public static long Order(long bits) => bits ^ ((bits >> 63) & long.MaxValue);

    public static long OfDouble(double value) => Order(BitConverter.DoubleToInt64Bits(value));

    public static double ToDouble(long word) => BitConverter.Int64BitsToDouble(Order(word));

    /// <summary>Small numbers of either sign become small numbers: 0, -1, 1, -2 become 0, 1, 2, 3.</summary>
    public static ulong Fold(long value) => (ulong)(value << 1) ^ (ulong)(value >> 63);

    public static long Unfold(ulong folded) => (long)(folded >> 1) ^ -(long)(folded & 1);
}
