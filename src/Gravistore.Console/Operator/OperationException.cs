using Gravistore.Json;

namespace Gravistore.Console.Operator;

/// <summary>A running controller, or a process, does not do what was asked.</summary>
/// <param name="info">The error's declaration.</param>
/// <param name="message">What is wrong and what to do.</param>
public sealed class OperationException(ErrorInfo info, string message) : Exception(message)
{
    public ErrorInfo Info { get; } = info;
}
