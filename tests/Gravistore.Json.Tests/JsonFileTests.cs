using System.Text;

namespace Gravistore.Json.Tests;

public sealed class JsonFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gravistore-json-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Finding Load(string name)
    {
        Findings findings = [];
        JsonNode.Load(Path.Combine(folder, name), findings);
        return Assert.Single(findings);
    }

    private void Write(string name, params byte[] bytes) => File.WriteAllBytes(Path.Combine(folder, name), bytes);

    [Fact]
    public void MissingFileNamesTheNearestOne()
    {
        Write("pyhasalmi.json", [.. "{}"u8]);
        Finding finding = Load("pyhasalmy.json");
        Assert.Equal(("GS-J001", "pyhasalmi.json", "did you mean 'pyhasalmi.json'?"), (finding.Code, finding.Allowed, finding.Cure));
    }

    [Fact]
    public void MissingFolderIsNamed() => Assert.Contains("there is no folder", Load("no/x.json").Message);

    [Fact]
    public void FolderIsNoFile()
    {
        Directory.CreateDirectory(Path.Combine(folder, "sub"));
        Assert.Equal("GS-J002", Load("sub").Code);
    }

    [Fact]
    public void EmptyFileIsNamedSo()
    {
        Write("e.json");
        Assert.Equal("GS-J005", Load("e.json").Code);
    }

    [Fact]
    public void FileBeyondTheLimitIsRefusedUnparsed()
    {
        Write("big.json", new byte[4 * 1024 * 1024 + 1]);
        Assert.Equal("GS-J004", Load("big.json").Code);
    }

    [Fact]
    public void BytesThatAreNotUtf8AreFoundWithTheirPlace()
    {
        Write("latin.json", [.. "{\n \"ü\": \""u8, 0xE4, .. "\"}"u8]);
        Finding finding = Load("latin.json");
        Assert.Equal(("GS-J006", 2, 8), (finding.Code, finding.Line, finding.Column));
    }

    [Fact]
    public void Utf16IsNamed()
    {
        Write("wide.json", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{}")]);
        Assert.Contains("UTF-16", Load("wide.json").Message);
    }

    [Fact]
    public void ByteOrderMarkIsFine()
    {
        Write("bom.json", [.. "\uFEFF{\"a\": 1}"u8]);
        Findings findings = [];
        JsonNode root = JsonNode.Load(Path.Combine(folder, "bom.json"), findings);
        Assert.Empty(findings);
        Assert.Equal((1, 7), (root.Member("a")!.Line, root.Member("a")!.Column));
    }
}
