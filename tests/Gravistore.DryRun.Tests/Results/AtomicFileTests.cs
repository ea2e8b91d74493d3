using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Tests.Results;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gravistore-").FullName;

    private string Target => Path.Combine(_folder, "result.json");

    [Fact]
    public void A_commit_replaces_the_old_file_whole()
    {
        File.WriteAllText(Target, "old");
        using (AtomicFile file = new(Target))
        {
            file.Writer.Write("new");
            Assert.Equal("old", File.ReadAllText(Target));
            file.Commit();
        }
        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Without_a_commit_nothing_has_changed_and_nothing_is_left()
    {
        File.WriteAllText(Target, "old");
        using (AtomicFile file = new(Target)) file.Writer.Write("half");
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_folder_or_a_missing_folder_is_refused()
    {
        Assert.ThrowsAny<IOException>(() => new AtomicFile(_folder));
        Assert.ThrowsAny<IOException>(() => new AtomicFile(Path.Combine(_folder, "no", "file")));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/stdout")]
    public void A_device_is_refused_and_not_replaced(string device) => Assert.ThrowsAny<IOException>(() => new AtomicFile(device));

    [Fact]
    public void Behind_a_link_the_file_is_replaced_and_the_link_stays()
    {
        string link = Path.Combine(_folder, "link.json");
        File.WriteAllText(Target, "old");
        File.CreateSymbolicLink(link, Target);
        using (AtomicFile file = new(link))
        {
            file.Writer.Write("new");
            file.Commit();
        }
        Assert.Equal("new", File.ReadAllText(Target));
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
