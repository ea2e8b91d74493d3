namespace Gravistore.Drivers.Boards;

/// <summary>A board answers, but not as itself: its setting is lost, or its answer cannot be. What it said is not taken.</summary>
internal sealed class BoardException(string message) : Exception(message);
