using Gravistore.Core.Images;
using Gravistore.Core.Modes;

namespace Gravistore.Controller.Gateway;

/// <summary>A command on its way to the loop.</summary>
/// <param name="Ticket">Who waits for the answer.</param>
/// <param name="Command">What is asked.</param>
/// <param name="HoldNs">How long a set point holds [ns].</param>
internal readonly record struct PendingCommand(long Ticket, Command Command, long HoldNs);

/// <summary>What the loop made of it.</summary>
/// <param name="Ticket">Who waits.</param>
/// <param name="Kind">What was asked.</param>
/// <param name="Accepted">The controller carries it out.</param>
/// <param name="Mode">Mode of the plant after the cycle.</param>
/// <param name="FirstOut">First cause since the last reset.</param>
internal readonly record struct LoopAnswer(long Ticket, CommandKind Kind, bool Accepted, PlantMode Mode, int FirstOut);
