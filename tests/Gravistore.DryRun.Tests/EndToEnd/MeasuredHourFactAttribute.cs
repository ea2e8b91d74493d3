namespace Gravistore.DryRun.Tests.EndToEnd;

/// <summary>A fact that needs a measured hour of grid frequency, which does not ship; skipped with the reason where it is absent.</summary>
public sealed class MeasuredHourFactAttribute : FactAttribute
{
    public MeasuredHourFactAttribute()
    {
        if (!System.IO.File.Exists(File)) Skip = $"no measured frequency at {File}";
    }

    public static string File { get; } = Path.GetFullPath(Path.Combine(TestRoot.Folder, "..", "shared", "data", "nordic-frequency-1s-1h.csv"));
}
