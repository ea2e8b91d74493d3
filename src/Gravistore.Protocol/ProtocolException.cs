namespace Gravistore.Protocol;

/// <summary>What came over the socket is none of this contract's messages, or breaks one of its bounds.</summary>
/// <param name="message">What is wrong, for the one who sent it.</param>
public sealed class ProtocolException(string message) : Exception(message);
