namespace Gravistore.Core.Dictionary;

/// <summary>How serious an event is.</summary>
public enum Severity : int { Info = 0, Warning = 1, Alarm = 2, Trip = 3 }

/// <summary>Declared meaning of an event number.</summary>
/// <param name="Number">Number, never reused.</param>
/// <param name="Name">Name in kebab-case.</param>
/// <param name="Unit">Unit of value and limit, empty where they mean nothing.</param>
/// <param name="Severity">How serious.</param>
/// <param name="Text">What happened, one sentence.</param>
/// <param name="NextAction">What to do, one sentence; empty for information.</param>
public sealed record EventInfo(int Number, string Name, string Unit, Severity Severity, string Text, string NextAction);
