using System.Globalization;
using Gravistore.Core;
using Gravistore.Recording.Channels;

namespace Gravistore.Recording.Tests;

/// <summary>What docs/recorder-format.md says of bytes and channels is so.</summary>
public sealed class FormatPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(FormatCorpusTests.Repository, "docs", "recorder-format.md"));

    [Fact]
    public void The_hashes_to_begin_with_are_right()
    {
        string page = string.Join('\n', Page);
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        Assert.Contains($"`{StateHash.Chain(0, []):x16}`", page, StringComparison.Ordinal);
        Assert.Contains($"`{StateHash.Chain(1, bytes):x16}`", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_channel_stands_in_the_table_in_the_order_of_the_header()
    {
        using FileStream stream = File.OpenRead(Path.Combine(FormatCorpusTests.Repository, "tests", "corpus", "format", "version-2.gsrec"));
        IEnumerable<Channel> truth = RecordingFile.Open(stream, out _)!.Header.Channels.Where(c => c.Group >= ChannelGroup.PlantTruth);
        IEnumerable<string> rows = Page.SkipWhile(l => l != "## Channels").Where(l => l.Length > 2 && l.StartsWith('|') && char.IsAsciiDigit(l[2])).Select(l => string.Join('|', l.Split('|')[..4]));
        Assert.Equal(ChannelDictionary.All.Concat(truth).Select(c => $"| {(int)c.Group} | `{c.Name}` |{(c.Unit.Length == 0 ? " " : $" {c.Unit} ")}"), rows);
    }

    [Fact]
    public void The_dump_is_of_the_file()
    {
        byte[] file = File.ReadAllBytes(Path.Combine(FormatCorpusTests.Repository, "tests", "corpus", "format", "version-2.gsrec"));
        string[] lines = [.. Page.Where(l => l.Length > 14 && l.StartsWith("    000", StringComparison.Ordinal) && l[12] == ':')];
        Assert.Equal(9, lines.Length);
        foreach (string line in lines)
        {
            int at = int.Parse(line.AsSpan(4, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            Assert.Equal(line[14..].Replace(" ", ""), Convert.ToHexStringLower(file, at, 16));
        }
    }
}
