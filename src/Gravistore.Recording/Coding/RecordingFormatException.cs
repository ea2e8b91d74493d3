namespace Gravistore.Recording.Coding;

/// <summary>Bytes that no recorder writes; where they stand is the caller's to say.</summary>
/// <param name="message">What is wrong.</param>
internal sealed class RecordingFormatException(string message) : Exception(message);
