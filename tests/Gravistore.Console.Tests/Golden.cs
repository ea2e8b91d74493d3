using System.Runtime.CompilerServices;

namespace Gravistore.Console.Tests;

/// <summary>Golden files stand beside the tests; GRAVISTORE_UPDATE_GOLDEN=1 writes them anew, for review in the diff.</summary>
internal static class Golden
{
    /// <summary>Compares with Golden/NAME beside the caller.</summary>
    public static void Check(string name, string actual, [CallerFilePath] string caller = "") =>
        CheckFile(Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name), actual);

    /// <summary>Compares with any file.</summary>
    public static void CheckFile(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("GRAVISTORE_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        Assert.True(File.Exists(path), $"{path} is missing; write it with GRAVISTORE_UPDATE_GOLDEN=1 and review it");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"));
    }
}
