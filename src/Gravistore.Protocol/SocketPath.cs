namespace Gravistore.Protocol;

/// <summary>Where the command socket is when nobody says so.</summary>
public static class SocketPath
{
    /// <summary>Names the socket for programs that are not told on their command line.</summary>
    public const string Variable = "GRAVISTORE_SOCKET";
    private const string Name = "gravistore.sock";

    /// <summary>GRAVISTORE_SOCKET, else gravistore.sock in the folder that systemd or the login made for it, else in one of the user's own under /tmp.</summary>
    /// <param name="environment">Reads a variable of the environment.</param>
    public static string Default(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment(Variable) is { Length: > 0 } given) return given;
        string? folder = environment("RUNTIME_DIRECTORY") is { Length: > 0 } service ? service : environment("XDG_RUNTIME_DIR") is { Length: > 0 } login ? login : null;
        return Path.Combine(folder ?? Path.Combine("/tmp", $"gravistore-{Environment.UserName}"), Name);
    }
}
