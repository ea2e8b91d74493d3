using Gravistore.Config.Devices;
using Gravistore.Config.Links;
using Gravistore.Config.Plants;
using Gravistore.Config.Wiring;
using Gravistore.Json;

namespace Gravistore.Config;

/// <summary>JSON schemas of the files this project reads, written from the declarations that also read them.</summary>
public static class ConfigSchemas
{
    private static readonly SectionSpec[] Specs = [PlantSpec.Root, DriveFile.Root, MeterFile.Root, BrakeUnitFile.Root, HoistIoFile.Root, PlantIoFile.Root, LinksSpec.Root, WiringSpec.Root];

    /// <summary>plant, drive, meter, brake-unit, hoist-io, plant-io, links, wiring.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Specs.Select(s => s.Name)];

    /// <summary>The declaration behind a schema, for documentation; null when the name is unknown.</summary>
    public static SectionSpec? Spec(string name) => Array.Find(Specs, s => s.Name == name);

    /// <summary>The schema's text, JSON Schema draft 2020-12.</summary>
    /// <exception cref="RefusedException">The name is unknown; the finding names the nearest.</exception>
    public static string Write(string name)
    {
        if (Spec(name) is { } spec) return JsonSchemaWriter.Write(spec, $"Gravistore {name} file");
        Findings findings = [];
        findings.Error(ConfigErrors.UnknownSchema, name, $"unknown schema {JsonText.Quote(name)}", JsonText.Choices(Names), NearestMatch.Question(name, Names, ConfigErrors.UnknownSchema.Cure));
        throw new RefusedException(findings);
    }
}
