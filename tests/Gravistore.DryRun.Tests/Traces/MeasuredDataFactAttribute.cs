namespace Gravistore.DryRun.Tests.Traces;

/// <summary>A test on measured data beside the project; skipped with the reason where they are absent.</summary>
internal sealed class MeasuredDataFactAttribute : FactAttribute
{
    public MeasuredDataFactAttribute()
    {
        if (!File.Exists(Path)) Skip = $"the measured hour is no part of the project and is not here: {Path}";
    }

    /// <summary>Where the measured hour would be.</summary>
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(TestRoot.Folder, "..", "shared", "data", "nordic-frequency-1s-1h.csv"));
}
