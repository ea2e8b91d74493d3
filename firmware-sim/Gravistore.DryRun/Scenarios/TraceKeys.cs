using Gravistore.DryRun.Traces;
using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>Declaration and reader of a scenario's "trace" section.</summary>
internal static class TraceKeys
{
    private static readonly FileKey FileName = new("file", "CSV file with a header, relative to the scenario's folder (in an override: to the working folder)");
    private static readonly TextKey TimeKey = new("timeColumn", "Name of the column with the time in seconds, rising") { Default = "t_s" };
    private static readonly TextKey ValueKey = new("valueColumn", "Name of the column with the values");
    private static readonly ChoiceKey KindKey = new("kind", "What the values are after scale and offset: frequency [Hz], which needs a droop section, or power [kW, export positive]", "frequency", "power");
    private static readonly ChoiceKey InterpolationKey = new("interpolation", "How values are found between samples", "linear", "held") { Default = "linear" };
    private static readonly NumberKey ScaleKey = new("scale", "Factor on each value", "", -1e9, 1e9) { Default = 1 };
    private static readonly NumberKey OffsetKey = new("offset", "Added after the factor, in Hz or kW", "", -1e9, 1e9) { Default = 0 };
    private static readonly FlagKey RepeatKey = new("repeat", "The series begins again when it has ended") { Default = false };

    public static readonly SectionSpec Spec = new("trace", "The series that a \"follow\" step follows; its first sample counts from that step on",
        FileName, TimeKey, ValueKey, KindKey, InterpolationKey, ScaleKey, OffsetKey, RepeatKey);

    public static TraceReference Read(Section section)
    {
        if (section.Has(ScaleKey) && section.Number(ScaleKey) == 0)
            section.Error(ScaleKey, ScenarioErrors.EmptyRange, "scale is 0, so every value is the same", "a number other than 0");
        TraceFormat format = new()
        {
            TimeColumn = section.Text(TimeKey),
            ValueColumn = section.Text(ValueKey),
            Kind = section.Choice(KindKey) == "power" ? TraceKind.Power : TraceKind.Frequency,
            Interpolation = section.Choice(InterpolationKey) == "held" ? Interpolation.Held : Interpolation.Linear,
            Scale = section.Number(ScaleKey),
            Offset = section.Number(OffsetKey),
        };
        return new TraceReference { File = section.FilePath(FileName), Format = format, Repeat = section.Flag(RepeatKey), Place = section.Place(FileName) };
    }
}
