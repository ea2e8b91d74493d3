using Gravistore.Console.CommandLine;
using Gravistore.Protocol;
using Gravistore.Protocol.Messages;

namespace Gravistore.Console.Operator;

/// <summary>The verbs that ask the controller for something and print what it answered.</summary>
internal static class CommandVerbs
{
    public static int Arm(Surroundings surroundings, ParsedArguments arguments) => Ask(surroundings, arguments, new(0, CommandVerb.Arm), "arming: torque is proven and the brakes open");

    public static int Stop(Surroundings surroundings, ParsedArguments arguments) => Ask(surroundings, arguments, new(0, CommandVerb.Stop), "stopping: every hoist comes to rest, then the brakes close");

    public static int BrakeStop(Surroundings surroundings, ParsedArguments arguments) => Ask(surroundings, arguments, new(0, CommandVerb.BrakeStop), "the brakes stop every hoist; this latches until the reset key is turned");

    public static int Park(Surroundings surroundings, ParsedArguments arguments) => arguments.Has(OperatorVerbTable.AtLanding)
        ? Ask(surroundings, arguments, new(0, CommandVerb.ParkAtLanding), "parking: every weight goes to its nearest landing, then the brakes close")
        : Ask(surroundings, arguments, new(0, CommandVerb.Park), "parking: every hoist comes to rest, then the brakes close");

    public static int Power(Surroundings surroundings, ParsedArguments arguments) => SetPower(surroundings, arguments, Quantities.PowerW("the power", Text(arguments)));

    public static int Charge(Surroundings surroundings, ParsedArguments arguments) => SetPower(surroundings, arguments, -Quantities.AmountW("the power", Text(arguments)));

    public static int Discharge(Surroundings surroundings, ParsedArguments arguments) => SetPower(surroundings, arguments, Quantities.AmountW("the power", Text(arguments)));

    // 250 kW may come as one argument or as two.
    private static string Text(ParsedArguments arguments) => string.Join(' ', arguments.Arguments);

    private static int SetPower(Surroundings surroundings, ParsedArguments arguments, double powerW)
    {
        int holdS = Quantities.WholeSeconds(OperatorVerbTable.For, arguments.Value(OperatorVerbTable.For), ProtocolLimits.DefaultHoldS, 1, ProtocolLimits.MaxHoldS);
        double rateWPerS = Quantities.RateWPerS(OperatorVerbTable.Rate, arguments.Value(OperatorVerbTable.Rate));
        CommandRequest request = new(0, CommandVerb.Power, powerW, rateWPerS, ReadyHoists(arguments), holdS);
        return Ask(surroundings, arguments, request, FormattableString.Invariant($"{OperatorText.Power(powerW)} at the grid meter for {OperatorText.Duration(holdS)}, until the energy ends or another command comes"));
    }

    private static int ReadyHoists(ParsedArguments arguments)
    {
        string? text = arguments.Value(OperatorVerbTable.Ready);
        if (text is null) return 0;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int hoists) && hoists <= ProtocolLimits.MaxHoists) return hoists;
        throw new UsageException(UsageErrors.BadValue, $"{OperatorVerbTable.Ready} '{text}' is not allowed; allowed: a whole number from 0 to {ProtocolLimits.MaxHoists}");
    }

    private static int Ask(Surroundings surroundings, ParsedArguments arguments, CommandRequest command, string done)
    {
        using ControllerLink link = ControllerLink.Open(arguments);
        link.Do(command);
        surroundings.Output.WriteLine(done);
        return ExitCode.Good;
    }
}
