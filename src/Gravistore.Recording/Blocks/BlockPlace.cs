namespace Gravistore.Recording.Blocks;

/// <summary>A sound block in a file.</summary>
/// <param name="Head">Its head.</param>
/// <param name="ContentAt">Where its content begins [bytes].</param>
internal readonly record struct BlockPlace(BlockHead Head, long ContentAt);
