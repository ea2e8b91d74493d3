using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Gateway;

/// <summary>Messages to commands, and the controller's answers to words.</summary>
internal static class CommandMapper
{
    private static readonly (string Verb, CommandKind Kind)[] Kinds =
    [
        (CommandVerb.Arm, CommandKind.Arm),
        (CommandVerb.Power, CommandKind.SetPower),
        (CommandVerb.Stop, CommandKind.Stop),
        (CommandVerb.BrakeStop, CommandKind.BrakeStop),
        (CommandVerb.Park, CommandKind.Park),
        (CommandVerb.ParkAtLanding, CommandKind.ParkAtLanding),
    ];

    /// <summary>The command of a request whose bounds were checked.</summary>
    public static Command Map(CommandRequest request)
    {
        Command command = new() { Kind = Array.Find(Kinds, k => k.Verb == request.Verb).Kind };
        if (command.Kind == CommandKind.SetPower) (command.PowerW, command.RateWPerS, command.ReadyHoists) = (request.PowerW, request.RateWPerS, request.ReadyHoists);
        return command;
    }

    /// <summary>Why a command was refused, and what to do.</summary>
    public static string Reason(CommandKind kind, PlantMode mode, int firstOut) => mode switch
    {
        PlantMode.Off or PlantMode.SelfTest => "the controller is still testing its devices; ask again when it has",
        PlantMode.Tripped or PlantMode.Lockout => $"the plant is {CamelCase.Of(mode)} by '{EventDictionary.Get(firstOut).Name}'; see to its cause, then turn the reset key at the safety chain (gravistore reset tells what is latched)",
        PlantMode.Maintenance => "the plant is in maintenance; end that at the control station",
        PlantMode.Parked when kind == CommandKind.SetPower => "the plant is parked; arm it first",
        PlantMode.Parked when kind == CommandKind.ParkAtLanding => "the plant is parked with its brakes set; arm it, then park at a landing",
        PlantMode.Arming when kind == CommandKind.SetPower => "the plant is still arming; ask for power when it is armed",
        PlantMode.Stopping => "the plant is stopping; ask again when it is parked",
        _ when kind == CommandKind.Arm => $"the plant is {CamelCase.Of(mode)} already, or no hoist is free to be armed",
        _ => $"it does not fit the plant's mode, which is {CamelCase.Of(mode)}",
    };
}
