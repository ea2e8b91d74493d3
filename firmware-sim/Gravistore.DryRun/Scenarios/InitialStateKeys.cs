using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>Declaration and reader of a scenario's "initial" section.</summary>
internal static class InitialStateKeys
{
    public const string UpperLanding = "upperLanding", LowerLanding = "lowerLanding";

    private static readonly ChoiceKey LandingKey = new("landing", "All weights start at this landing", UpperLanding, LowerLanding) { Required = false };
    private static readonly NumberKey ChargeKey = new("stateOfChargePercent", "State of charge of the plant, all weights at one depth unless spreadM is given", "%", 0, 100) { Required = false };
    private static readonly NumberKey SpreadKey = new("spreadM", "Weights spread evenly from this far above to this far below the depth of that charge", "m", 0, 1000) { Required = false };
    private static readonly NumberListKey DepthsKey = new("weightDepthsM", "Weight depth of each hoist, first hoist first", "m", 0, 3000) { Required = false, MinCount = 1, MaxCount = 64 };

    public static readonly SectionSpec Spec = new("initial", "Where the weights hang at the start, brakes set; exactly one of landing, stateOfChargePercent and weightDepthsM", LandingKey, ChargeKey, SpreadKey, DepthsKey);

    public static InitialState Read(Section section)
    {
        int given = (section.Has(LandingKey) ? 1 : 0) + (section.Has(ChargeKey) ? 1 : 0) + (section.Has(DepthsKey) ? 1 : 0);
        if (given != 1 && section.Node.Kind == JsonKind.Object)
            section.Error(LandingKey, ScenarioErrors.NotExactlyOne, $"{given} of the three starting points are given", "one of landing, stateOfChargePercent, weightDepthsM");
        if (section.Has(SpreadKey) && !section.Has(ChargeKey))
            section.Warn(SpreadKey, ScenarioErrors.IdleKey, "spreadM spreads the weights about the depth of a state of charge, and none is given", "spreadM beside stateOfChargePercent");
        return new InitialState
        {
            Landing = section.Has(LandingKey) ? ReadLanding(section.Choice(LandingKey)) : null,
            StateOfChargePercent = section.Has(ChargeKey) ? section.Number(ChargeKey) : null,
            SpreadM = section.Has(SpreadKey) ? section.Number(SpreadKey) : 0,
            WeightDepthsM = section.Has(DepthsKey) ? section.Numbers(DepthsKey) : null,
            Place = section.Node,
        };
    }

    public static Landing ReadLanding(string text) => text == UpperLanding ? Landing.Upper : Landing.Lower;
}
