using System.Globalization;

namespace Gravistore.Recording.Tests;

/// <summary>The bytes that docs/recorder.md explains are those of the file it names.</summary>
public sealed class FormatPageTests
{
    [Fact]
    public void The_dump_is_of_the_file()
    {
        byte[] file = File.ReadAllBytes(Path.Combine(FormatCorpusTests.Repository, "tests", "corpus", "format", "version-2.gsrec"));
        string[] lines = [.. File.ReadAllLines(Path.Combine(FormatCorpusTests.Repository, "docs", "recorder.md")).Where(l => l.Length > 14 && l.StartsWith("    000", StringComparison.Ordinal) && l[12] == ':')];
        Assert.Equal(9, lines.Length);
        foreach (string line in lines)
        {
            int at = int.Parse(line.AsSpan(4, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            Assert.Equal(line[14..].Replace(" ", ""), Convert.ToHexStringLower(file, at, 16));
        }
    }
}
