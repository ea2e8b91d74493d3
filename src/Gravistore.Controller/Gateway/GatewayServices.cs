using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Gateway;

/// <summary>What every session works with.</summary>
/// <param name="Desk">Takes commands.</param>
/// <param name="Events">Keeps events.</param>
/// <param name="Picture">Shows the plant.</param>
/// <param name="Hello">The controller's hello.</param>
internal sealed record GatewayServices(CommandDesk Desk, EventLog Events, PlantPicture Picture, Func<HelloNotice> Hello);
