namespace Gravistore.Json;

/// <summary>Declaration of an object: its keys, once, for reader, schema and documentation.</summary>
/// <param name="Name">Name of the section, for documentation.</param>
/// <param name="Description">What it holds, one sentence.</param>
/// <param name="Keys">Its keys.</param>
public sealed record SectionSpec(string Name, string Description, params Key[] Keys)
{
    /// <summary>Name of the object that says where each value comes from.</summary>
    public const string SourceName = "source";

    /// <summary>Every number in the section needs an entry in its "source" object.</summary>
    public bool RequireSources { get; init; }

    /// <summary>The section declares a key "source" of its own, which then means what that key says.</summary>
    internal bool DeclaresSource => Find(SourceName) is not null;

    /// <summary>The declared key of this name, or null.</summary>
    public Key? Find(string name) => Array.Find(Keys, k => k.Name == name);
}
