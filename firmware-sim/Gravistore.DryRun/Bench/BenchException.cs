namespace Gravistore.DryRun.Bench;

/// <summary>What is asked of a bench cannot be run; the message says why and what is allowed.</summary>
public sealed class BenchException(string message) : Exception(message);
