using System.Reflection;

namespace Gravistore.DryRun.Results;

/// <summary>The version of this program as it was built, with its commit where the build knew it.</summary>
public static class ProgramVersion
{
    /// <summary>Such as 0.1.0+0123abcd.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
