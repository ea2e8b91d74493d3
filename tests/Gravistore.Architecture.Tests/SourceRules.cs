using System.Text.RegularExpressions;

namespace Gravistore.Architecture.Tests;

/// <summary>Rules about source files. Each returns one sentence for every offence: where, what, what to do.</summary>
internal static partial class SourceRules
{
    public const int MaxLines = 400;
    public const int MaxTestLines = 600;

    /// <summary>The machines, and the tests that walk through their tables.</summary>
    private static readonly string[] StatelessHomes = ["src/Gravistore.Core/Modes", "tests/Gravistore.Core.Tests/Modes", "eng/standins"];
    private static readonly string[] FieldPackageHomes =
        ["src/Gravistore.Drivers", "firmware-sim/Gravistore.FirmwareSim", "firmware-sim/Gravistore.Simulator", "tests/Gravistore.Drivers.Tests", "tests/Gravistore.FirmwareSim.Tests", "tests/Gravistore.Simulator.Tests", "tests/Gravistore.FieldPackages.Tests", "eng/standins"];
    private static readonly string[] NativeHomes =
        ["src/Gravistore.Runtime/Native", "src/Gravistore.Drivers/Native", "firmware-sim/Gravistore.FirmwareSim/Native", "firmware-sim/Gravistore.Simulator/Native"];

    public static IEnumerable<string> StatelessInModesAlone(TextFile file)
    {
        if (file.IsCSharp && !StatelessHomes.Any(file.IsIn) && UsesStateless().IsMatch(CodeText.Only(file.Text)))
            yield return $"{file.Path}: uses Stateless; only {StatelessHomes[0]} may. Ask the machines there instead.";
    }

    public static IEnumerable<string> FieldPackagesAtTheEdgeAlone(TextFile file)
    {
        if (file.IsCSharp && !FieldPackageHomes.Any(file.IsIn) && UsesFieldPackage().Match(CodeText.Only(file.Text)) is { Success: true } use)
            yield return $"{file.Path}: uses {use.Value}; field I/O belongs to Gravistore.Drivers, Gravistore.FirmwareSim and Gravistore.Simulator.";
    }

    public static IEnumerable<string> NativeCallsAtHome(TextFile file)
    {
        if (file.IsCSharp && !NativeHomes.Any(file.IsIn) && NativeCall().Match(CodeText.Only(file.Text)) is { Success: true } call)
            yield return $"{file.Path}: has a {call.Value}; native calls stand in a folder Native of Runtime, Drivers or FirmwareSim.";
    }

    public static IEnumerable<string> NothingUnfinished(TextFile file)
    {
        if (Unfinished().Match(file.Text) is { Success: true } mark)
            yield return $"{file.Path}:{LineOf(file.Text, mark.Index)}: says {mark.Value}; finish it, or write an issue and take the mark out.";
    }

    public static IEnumerable<string> FinalNewline(TextFile file)
    {
        if (file.Text.Length > 0 && file.Text[^1] != '\n')
            yield return $"{file.Path}: does not end in a newline; add one.";
    }

    public static IEnumerable<string> Length(TextFile file)
    {
        int limit = file.IsIn("tests") ? MaxTestLines : MaxLines;
        int lines = file.Text.Count(character => character == '\n');
        if (file.IsCSharp && lines > limit)
            yield return $"{file.Path}: has {lines} lines, more than {limit}; split it by reason to change.";
    }

    /// <summary>
    /// A namespace is that of the folder, or of a folder above it inside the project: a folder may sort files without a namespace of its own.
    /// Files without a namespace (top-level statements, global usings) are free.
    /// </summary>
    public static IEnumerable<string> NamespaceMatchesFolder(TextFile file)
    {
        if (!file.IsCSharp || !ProjectFolder().IsMatch(file.Path)) yield break;
        string[] folders = [.. file.Folder.Split('/').Skip(1)];
        string[] allowed = [.. Enumerable.Range(1, folders.Length).Reverse().Select(count => string.Join('.', folders.Take(count)))];
        foreach (Match declaration in NamespaceDeclaration().Matches(CodeText.Only(file.Text)))
            if (!allowed.Contains(declaration.Groups[1].Value))
                yield return $"{file.Path}: declares namespace {declaration.Groups[1].Value}; its folder asks for {string.Join(" or ", allowed)}.";
    }

    /// <summary>As the formatter sorts them: System first, then by name; static ones and then aliases last.</summary>
    public static IEnumerable<string> UsingsInOrder(TextFile file)
    {
        if (!file.IsCSharp) yield break;
        string code = CodeText.Only(file.Text);
        string before = "";
        foreach (Match use in UsingDirective().Matches(code))
        {
            string key = SortKey(use);
            if (string.Compare(before, key, StringComparison.OrdinalIgnoreCase) > 0)
            {
                yield return $"{file.Path}:{LineOf(code, use.Index)}: \"{use.Value.Trim()}\" is out of order; System first, then by name, static ones and aliases last.";
                yield break;
            }
            before = key;
        }
    }

    // Namespaces compare part by part: a dot counts less than any letter or digit.
    private static string SortKey(Match use)
    {
        char kind = use.Groups["alias"].Success ? '2' : use.Groups["static"].Success ? '1' : '0';
        string name = use.Groups["alias"].Success ? use.Groups["alias"].Value : use.Groups["name"].Value;
        bool system = kind != '2' && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));
        return $"{kind}{(system ? '0' : '1')}{name.Replace('.', ' ')}";
    }

    /// <summary>A field is qualified only where a parameter of the same name is assigned to it.</summary>
    public static IEnumerable<string> NoNeedlessThis(TextFile file)
    {
        if (!file.IsCSharp) yield break;
        string code = CodeText.Only(file.Text);
        foreach (Match use in ThisMember().Matches(code))
            if (!use.Groups["assigned"].Success)
                yield return $"{file.Path}:{LineOf(code, use.Index)}: says {use.Value}; leave out \"this.\".";
    }

    private static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"\busing\s+(static\s+)?(\w+\s*=\s*)?Stateless\b|\bStateless\.\w")]
    private static partial Regex UsesStateless();

    [GeneratedRegex(@"\b(NModbus|System\.Device|Iot\.Device)\b")]
    private static partial Regex UsesFieldPackage();

    [GeneratedRegex(@"\b(DllImport|LibraryImport)\b")]
    private static partial Regex NativeCall();

    // The marks are written in pieces here: this file obeys its own rule.
    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|NotImplemented" + @"Exception)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^(src|firmware-sim|tests)/Gravistore\.")]
    private static partial Regex ProjectFolder();

    [GeneratedRegex(@"^[ \t]*using[ \t]+((?<alias>\w+)[ \t]*=[^;(\n]*|(?<static>static[ \t]+)?(?<name>[\w.]+)[ \t]*);", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();

    [GeneratedRegex(@"\bthis\.(?<member>\w+)(?<assigned>\s*=\s*\k<member>\s*;)?")]
    private static partial Regex ThisMember();

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();
}
