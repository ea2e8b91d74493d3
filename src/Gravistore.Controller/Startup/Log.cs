namespace Gravistore.Controller.Startup;

/// <summary>The log: standard error, which systemd keeps.</summary>
internal static class Log
{
    /// <summary>Writes one line; a log that is gone with its terminal does not end the controller.</summary>
    public static void Line(string text)
    {
        try
        {
            Console.Error.WriteLine($"gravistored: {text}");
        }
        catch (IOException)
        {
            // Nobody reads it any more.
        }
    }
}
