namespace Gravistore.Simulator.Serial;

/// <summary>A port cannot be put where the links file says; the message names the path.</summary>
public sealed class LineException(string message, Exception? inner = null) : IOException(message, inner);
