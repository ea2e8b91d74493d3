using Gravistore.DryRun.Results;
using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>Declaration and reader of a scenario's assertions.</summary>
internal static class AssertionKeys
{
    private static readonly NumberKey MinKWKey = new("minKW", "Lower edge of the band", "kW", -1e6, 1e6);
    private static readonly NumberKey MaxKWKey = new("maxKW", "Upper edge of the band", "kW", -1e6, 1e6);
    private static readonly TextKey StepKey = new("duringStep", "Label of the step during which it counts, until the next step begins") { Required = false };
    private static readonly NumberKey FromKey = new("fromS", "Counts from this long after the start of the step, or of the run", "s", 0, 1e6) { Default = 0 };
    private static readonly NumberKey ToKey = new("toS", "Counts until this long after the start of the step, or of the run", "s", 0, 1e6) { Required = false };
    private static readonly NumberKey LongestKey = new("longestRunS", "The longest unbroken time in the band must reach this; left out, power must be in the band all the time", "s", 0.01, 1e6) { Required = false };
    private static readonly SectionSpec PowerSpec = new("power", "A band of the true grid power, averaged over one cycle of 10 ms", MinKWKey, MaxKWKey, StepKey, FromKey, ToKey, LongestKey);

    private static readonly TextKey FigureKey = new("figure", "A figure of the result, such as energy.roundTripEfficiency") { Required = false };
    private static readonly NumberKey MinKey = new("min", "Smallest value that passes, in the figure's unit", "", -1e12, 1e12) { Required = false };
    private static readonly NumberKey MaxKey = new("max", "Greatest value that passes, in the figure's unit", "", -1e12, 1e12) { Required = false };
    private static readonly SectionKey PowerKey = new("power", PowerSpec) { Required = false };

    public static readonly SectionSpec Spec = new("assertion", "Something the run must show: a figure within bounds, or power within a band", FigureKey, MinKey, MaxKey, PowerKey);

    public static Assertion Read(Section section, IReadOnlyList<ScenarioStep> steps)
    {
        bool isFigure = section.Has(FigureKey);
        if (isFigure == section.Has(PowerKey) && section.Node.Kind == JsonKind.Object)
            section.Error(FigureKey, ScenarioErrors.NotExactlyOne, "an assertion is about one figure or one band of power", "one of figure, power");
        else if (isFigure) CheckFigure(section);
        else CheckNoBounds(section);
        return new Assertion
        {
            Figure = isFigure ? section.Text(FigureKey) : null,
            Min = section.Has(MinKey) ? section.Number(MinKey) : null,
            Max = section.Has(MaxKey) ? section.Number(MaxKey) : null,
            Power = section.Has(PowerKey) ? ReadPower(section.Sub(PowerKey), steps) : null,
            Place = section.Node,
        };
    }

    private static void CheckFigure(Section section)
    {
        string name = section.Text(FigureKey);
        if (FigureCatalog.Find(name) is null)
            section.Error(FigureKey, ScenarioErrors.UnknownFigure, $"the result has no figure {JsonText.Quote(name)}", JsonText.Choices(FigureCatalog.Names), NearestMatch.Question(name, FigureCatalog.Names, ScenarioErrors.UnknownFigure.Cure));
        if (!section.Has(MinKey) && !section.Has(MaxKey))
            section.Error(FigureKey, ScenarioErrors.EmptyRange, "the assertion has no bound", "min, max or both");
        else if (section.Has(MinKey) && section.Has(MaxKey) && section.Number(MinKey) > section.Number(MaxKey))
            section.Error(MinKey, ScenarioErrors.EmptyRange, $"min {JsonText.Number(section.Number(MinKey))} is above max {JsonText.Number(section.Number(MaxKey))}", "min not above max");
    }

    private static void CheckNoBounds(Section section)
    {
        foreach (NumberKey key in new[] { MinKey, MaxKey })
            if (section.Has(key)) section.Warn(key, ScenarioErrors.IdleKey, $"{key.Name} bounds a figure", $"{key.Name} beside figure; minKW and maxKW inside power");
    }

    private static PowerWindow ReadPower(Section section, IReadOnlyList<ScenarioStep> steps)
    {
        if (section.Has(MinKWKey) && section.Has(MaxKWKey) && section.Number(MinKWKey) > section.Number(MaxKWKey))
            section.Error(MinKWKey, ScenarioErrors.EmptyRange, "minKW is above maxKW", "minKW not above maxKW");
        if (section.Has(ToKey) && section.Number(ToKey) <= section.Number(FromKey))
            section.Error(ToKey, ScenarioErrors.EmptyRange, "toS is not after fromS", "toS after fromS");
        if (section.Has(StepKey)) CheckStep(section, steps);
        return new PowerWindow
        {
            MinKW = section.Number(MinKWKey),
            MaxKW = section.Number(MaxKWKey),
            DuringStep = section.Has(StepKey) ? section.Text(StepKey) : null,
            FromS = section.Number(FromKey),
            ToS = section.Has(ToKey) ? section.Number(ToKey) : double.PositiveInfinity,
            LongestRunS = section.Has(LongestKey) ? section.Number(LongestKey) : null,
        };
    }

    private static void CheckStep(Section section, IReadOnlyList<ScenarioStep> steps)
    {
        string label = section.Text(StepKey);
        string[] labels = [.. steps.Select(s => s.Label)];
        if (!labels.Contains(label))
            section.Error(StepKey, ScenarioErrors.UnknownStep, $"no step is labelled {JsonText.Quote(label)}", JsonText.Choices(labels), NearestMatch.Question(label, labels, ScenarioErrors.UnknownStep.Cure));
    }
}
