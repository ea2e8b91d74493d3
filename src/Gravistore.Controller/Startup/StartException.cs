using Gravistore.Json;

namespace Gravistore.Controller.Startup;

/// <summary>The controller does not start, and nothing moves.</summary>
/// <param name="info">The error's declaration.</param>
/// <param name="message">What is wrong, with its values.</param>
internal sealed class StartException(ErrorInfo info, string message) : Exception(message)
{
    public ErrorInfo Info { get; } = info;
}
