namespace Gravistore.Json.Tests;

public sealed class ConfigPlaceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gravistore-").FullName;

    [Fact]
    public void A_program_without_a_mark_is_not_installed() => Assert.Null(ConfigPlace.Installed(_folder));

    [Theory]
    [InlineData("../../etc/gravistore\n", "etc/gravistore")]
    [InlineData("config", "opt/gravistore/config")]
    public void The_mark_is_read_from_where_the_program_is(string mark, string place)
    {
        string program = Directory.CreateDirectory(Path.Combine(_folder, "opt", "gravistore")).FullName;
        File.WriteAllText(Path.Combine(program, ConfigPlace.MarkFile), mark);
        Assert.Equal(Path.Combine(_folder, place), ConfigPlace.Installed(program));
    }

    [Fact]
    public void A_mark_of_absurd_length_is_none()
    {
        File.WriteAllText(Path.Combine(_folder, ConfigPlace.MarkFile), new string('x', 5000));
        Assert.Null(ConfigPlace.Installed(_folder));
    }

    [Fact]
    public void A_root_is_a_checkout_or_the_configuration_itself()
    {
        Assert.Equal(_folder, ConfigPlace.FolderOf(_folder));
        File.WriteAllText(Path.Combine(_folder, "Gravistore.sln"), "");
        Assert.Equal(Path.Combine(_folder, "config"), ConfigPlace.FolderOf(_folder));
        File.Delete(Path.Combine(_folder, "Gravistore.sln"));
        Directory.CreateDirectory(Path.Combine(_folder, "config"));
        Assert.Equal(Path.Combine(_folder, "config"), ConfigPlace.FolderOf(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
