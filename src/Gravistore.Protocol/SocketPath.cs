namespace Gravistore.Protocol;

/// <summary>Where the command socket is when nobody says so.</summary>
public static class SocketPath
{
    /// <summary>Names the socket for programs that are not told on their command line.</summary>
    public const string Variable = "GRAVISTORE_SOCKET";
    /// <summary>Where the installed service has its socket.</summary>
    public const string OfService = "/run/gravistore/" + Name;
    private const string Name = "gravistore.sock";

    /// <summary>The user's own folder, where nobody made one for the service or the login; the controller makes it, for its user alone.</summary>
    public static string FolderOfUser => Path.Combine("/tmp", $"gravistore-{Environment.UserName}");

    /// <summary>GRAVISTORE_SOCKET, else gravistore.sock in the folder that systemd or the login made for it, else in one of the user's own under /tmp.</summary>
    /// <param name="environment">Reads a variable of the environment.</param>
    public static string Default(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment(Variable) is { Length: > 0 } given) return given;
        string? folder = environment("RUNTIME_DIRECTORY") is { Length: > 0 } service ? service : environment("XDG_RUNTIME_DIR") is { Length: > 0 } login ? login : null;
        return Path.Combine(folder ?? FolderOfUser, Name);
    }

    /// <summary>Where a program that was not told looks for a running controller: at the default, or where nothing is there, at the installed service's.</summary>
    /// <param name="environment">Reads a variable of the environment.</param>
    /// <param name="exists">True for a path where something is.</param>
    public static string OfController(Func<string, string?> environment, Func<string, bool> exists)
    {
        ArgumentNullException.ThrowIfNull(exists);
        string own = Default(environment);
        return environment(Variable) is null or { Length: 0 } && !exists(own) && exists(OfService) ? OfService : own;
    }
}
