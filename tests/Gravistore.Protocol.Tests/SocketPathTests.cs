namespace Gravistore.Protocol.Tests;

public sealed class SocketPathTests
{
    private const string Service = "/run/gravistore/gravistore.sock";

    [Theory]
    [InlineData("/given.sock", "/run/user/7", "/given.sock", "what is named is taken, there or not")]
    [InlineData("", "/run/user/7", "/run/user/7/gravistore.sock", "the login's own", "/run/user/7/gravistore.sock", Service)]
    [InlineData("", "/run/user/7", Service, "nothing of the login's own, but the service's", Service)]
    [InlineData("", "/run/user/7", "/run/user/7/gravistore.sock", "nothing anywhere")]
    public void A_client_finds_its_own_controller_before_the_services(string given, string login, string expected, string why, params string[] there) =>
        Assert.True(expected == SocketPath.OfController(name => name switch { SocketPath.Variable => given, "XDG_RUNTIME_DIR" => login, _ => null }, there.Contains), why);

    [Fact]
    public void A_service_binds_in_the_folder_that_systemd_made() =>
        Assert.Equal(Service, SocketPath.Default(name => name == "RUNTIME_DIRECTORY" ? "/run/gravistore" : null));
}
