namespace Gravistore.Simulator.Mirror;

/// <summary>A chip or line for the two-machine bench is not there or cannot be claimed.</summary>
internal sealed class MirrorException(string message) : Exception(message);
