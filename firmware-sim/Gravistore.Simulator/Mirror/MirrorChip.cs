using System.Device.Gpio;

namespace Gravistore.Simulator.Mirror;

/// <summary>A GPIO chip whose lines are wired to those of the controller's machine.</summary>
/// <param name="Driver">The lines' driver.</param>
/// <param name="Where">The chip for messages.</param>
/// <param name="Names">Name of every line, in the order of their numbers; may be empty.</param>
public sealed record MirrorChip(GpioDriver Driver, string Where, IReadOnlyList<string> Names);
