namespace Gravistore.DryRun.Scenarios;

/// <summary>A value set from outside a file.</summary>
/// <param name="Path">Path below the file's root, such as steps[2].powerKW.</param>
/// <param name="Value">New value, JSON or plain text.</param>
public sealed record Override(string Path, string Value);
