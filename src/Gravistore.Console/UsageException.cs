namespace Gravistore.Console;

/// <summary>The command line asks for something that cannot be done; the message says what, what is allowed and what to do.</summary>
public sealed class UsageException(string message) : Exception(message);
