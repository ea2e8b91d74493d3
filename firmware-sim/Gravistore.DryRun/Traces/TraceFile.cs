using System.Text;
using Gravistore.Json;

namespace Gravistore.DryRun.Traces;

/// <summary>Reads a series from a CSV file: header with column names, comma or semicolon, quotes, CRLF, lines that begin with # are comments.</summary>
public static class TraceFile
{
    /// <summary>Largest file [bytes].</summary>
    public const long MaxBytes = 64 * 1024 * 1024;

    /// <summary>Reads a file; null after an error, which is among the findings with file, row, column, value and what is allowed.</summary>
    /// <param name="path">Name of the file.</param>
    /// <param name="format">Which columns, and what they mean.</param>
    /// <param name="repeat">The series begins again when it has ended.</param>
    /// <param name="findings">Receives the errors.</param>
    public static SampleTrace? Load(string path, TraceFormat format, bool repeat, Findings findings)
    {
        if (Text(path, findings) is not { } text) return null;
        using StringReader reader = new(text);
        return Read(path, reader, format, repeat, findings);
    }

    /// <summary>Reads a text as <see cref="Load"/> does.</summary>
    public static SampleTrace? Read(string name, TextReader text, TraceFormat format, bool repeat, Findings findings) =>
        new TraceRows(name, format, findings).Read(text) is { } rows ? new SampleTrace(rows.TimesS, rows.Values, format.Interpolation, repeat) : null;

    private static string? Text(string path, Findings findings)
    {
        try
        {
            if (!File.Exists(path)) Missing(path, findings);
            else if (Bytes(path) is { } bytes) return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            else findings.Error(TraceErrors.TooLarge, path, "the file is too large", $"at most {MaxBytes} bytes");
        }
        catch (DecoderFallbackException)
        {
            findings.Error(TraceErrors.NotText, path, "the file is not UTF-8 text", "UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            findings.Error(TraceErrors.Unreadable, path, $"the file cannot be read: {e.Message}");
        }
        return null;
    }

    // Bounded by what is read, not by what the file says of itself: a device says 0 and never ends.
    private static byte[]? Bytes(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using MemoryStream copy = new();
        byte[] chunk = new byte[64 * 1024];
        for (int n; copy.Length <= MaxBytes && (n = stream.Read(chunk)) > 0;) copy.Write(chunk, 0, n);
        return copy.Length <= MaxBytes ? copy.ToArray() : null;
    }

    private static void Missing(string path, Findings findings)
    {
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } given ? given : ".";
        string[] names = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.csv").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)] : [];
        string message = Directory.Exists(path) ? "this is a folder, a CSV file is wanted" : "there is no such file";
        findings.Error(TraceErrors.FileMissing, path, message, JsonText.Choices(names), NearestMatch.Question(Path.GetFileName(path), names, TraceErrors.FileMissing.Cure));
    }
}
