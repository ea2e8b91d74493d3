namespace Gravistore.Recording.Blocks;

/// <summary>Where one cycle's parts lie in a block.</summary>
/// <param name="Row">Which cycle of the block.</param>
/// <param name="Command">Its first command.</param>
/// <param name="Event">Its first event.</param>
/// <param name="Proposal">Its first proposal.</param>
internal readonly record struct CyclePlace(int Row, int Command, int Event, int Proposal);
