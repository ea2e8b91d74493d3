using System.Reflection;

namespace Gravistore.DryRun.Results;

/// <summary>Which packages are in use, found from the controller's own references.</summary>
public static class Packages
{
    /// <summary>Assembly metadata that the project's own stand-ins carry.</summary>
    public const string StandInMark = "GravistoreStandIn";

    private static readonly string[] Watched = ["Stateless", "NModbus", "System.Device.Gpio", "Iot.Device.Bindings"];

    /// <summary>The packages that an assembly references, of those the project has stand-ins for or may need one.</summary>
    public static IReadOnlyList<PackageInfo> Of(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Where(n => Watched.Contains(n.Name)).Select(n => Describe(Assembly.Load(n)))];

    private static PackageInfo Describe(Assembly package)
    {
        bool standIn = package.GetCustomAttributes<AssemblyMetadataAttribute>().Any(a => a.Key == StandInMark);
        string? version = package.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? package.GetName().Version?.ToString();
        return new PackageInfo(package.GetName().Name ?? "", (version ?? "").Split('+')[0], standIn);
    }
}
