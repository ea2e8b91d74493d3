using Gravistore.Json;

namespace Gravistore.Console;

/// <summary>The command line asks for something that cannot be done.</summary>
/// <param name="info">The error's declaration.</param>
/// <param name="message">What is wrong, what is allowed and what to do.</param>
public sealed class UsageException(ErrorInfo info, string message) : Exception(message)
{
    public ErrorInfo Info { get; } = info;
}
