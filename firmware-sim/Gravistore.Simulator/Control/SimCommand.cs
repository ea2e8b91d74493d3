namespace Gravistore.Simulator.Control;

/// <summary>What is asked of the simulated plant from outside.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Device">Name of a device; empty where none is meant.</param>
/// <param name="Text">A word such as a kind of fault; empty where none is meant.</param>
/// <param name="Number">A number such as a frequency or a time; 0 where none is meant.</param>
public sealed record SimCommand(string Verb, string Device = "", string Text = "", double Number = 0);

/// <summary>A command and the plant's time at which it is due [ms].</summary>
public sealed record TimedCommand(long AtMs, SimCommand Command);
