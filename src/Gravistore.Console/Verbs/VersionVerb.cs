using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Gravistore.Console.CommandLine;
using Gravistore.Core;
using Gravistore.DryRun.Results;

namespace Gravistore.Console.Verbs;

/// <summary>gravistore version [--json]</summary>
internal static class VersionVerb
{
    private const string PackageNote = "GravistorePackage.";

    public static int Run(Surroundings surroundings, ParsedArguments arguments)
    {
        IReadOnlyList<PackageInfo> packages = [.. Packages.Of(typeof(Controller).Assembly), .. OfOtherPrograms()];
        if (arguments.Has(VerbTable.Json)) surroundings.Output.Write(Json(packages));
        else Print(surroundings.Output, packages);
        return ExitCode.Good;
    }

    /// <summary>Packages that only gravistored and gravistore-sim load, as this build noted them.</summary>
    private static IEnumerable<PackageInfo> OfOtherPrograms() =>
        from note in typeof(VersionVerb).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        where note.Key.StartsWith(PackageNote, StringComparison.Ordinal)
        select new PackageInfo(note.Key[PackageNote.Length..], note.Value?.Split(' ')[0] ?? "", note.Value?.EndsWith("stand-in", StringComparison.Ordinal) == true);

    private static string Version => ProgramVersion.Text;

    private static void Print(TextWriter output, IReadOnlyList<PackageInfo> packages)
    {
        output.WriteLine($"gravistore {Version}");
        output.WriteLine($"runtime    {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        foreach (PackageInfo package in packages)
            output.WriteLine($"package    {package.Name} {package.Version}{(package.StandIn ? ", this project's own stand-in" : "")}");
    }

    private static string Json(IReadOnlyList<PackageInfo> packages)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("name", "gravistore");
            json.WriteString("version", Version);
            json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
            json.WriteString("platform", RuntimeInformation.RuntimeIdentifier);
            ResultJson.WritePackages(json, packages);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
