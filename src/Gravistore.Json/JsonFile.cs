using System.Text.Unicode;

namespace Gravistore.Json;

/// <summary>Gets a file's bytes, or says clearly why not.</summary>
internal static class JsonFile
{
    /// <summary>No configuration file is larger [bytes].</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    public static JsonNode Load(string path, Findings findings)
    {
        byte[]? bytes = Bytes(path, findings);
        return bytes is null ? JsonNode.Unreadable(path) : Decode(path, bytes, findings);
    }

    public static JsonNode Decode(string name, byte[] bytes, Findings findings)
    {
        if (bytes.Length > MaxBytes) return TooLarge(name, findings);
        if (IsUtf16(bytes))
        {
            findings.Error(JsonErrors.NotUtf8, name, "the file is UTF-16", "UTF-8", line: 1, column: 1);
            return JsonNode.Unreadable(name);
        }
        byte[] text = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        return Utf8.IsValid(text) ? JsonTreeReader.Read(name, text, findings) : NotUtf8(name, text, findings);
    }

    private static byte[]? Bytes(string path, Findings findings)
    {
        try
        {
            if (Directory.Exists(path)) findings.Error(JsonErrors.IsFolder, path, "this is a folder, a JSON file is wanted", FilesIn(path));
            else if (!File.Exists(path)) Missing(path, findings);
            else return ReadLimited(path, findings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            findings.Error(JsonErrors.Unreadable, path, $"the file cannot be read: {JsonText.Shorten(e.Message)}");
        }
        return null;
    }

    private static byte[]? ReadLimited(string path, Findings findings)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using MemoryStream copy = new();
        byte[] chunk = new byte[64 * 1024];
        for (int n; copy.Length <= MaxBytes && (n = stream.Read(chunk)) > 0;) copy.Write(chunk, 0, n);
        if (copy.Length <= MaxBytes) return copy.ToArray();
        TooLarge(path, findings);
        return null;
    }

    private static void Missing(string path, Findings findings)
    {
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } given ? given : ".";
        if (!Directory.Exists(folder))
        {
            findings.Error(JsonErrors.FileMissing, path, $"there is no folder {JsonText.Quote(folder)}");
            return;
        }
        string cure = NearestMatch.Question(Path.GetFileName(path), JsonNames(folder), JsonErrors.FileMissing.Cure);
        findings.Error(JsonErrors.FileMissing, path, "there is no such file", FilesIn(folder), cure);
    }

    private static string FilesIn(string folder) => JsonText.Choices(JsonNames(folder));

    private static IEnumerable<string> JsonNames(string folder) =>
        Directory.EnumerateFiles(folder, "*.json").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes.Length >= 2 && ((bytes[0] == 0xFE && bytes[1] == 0xFF) || (bytes[0] == 0xFF && bytes[1] == 0xFE));

    private static JsonNode TooLarge(string name, Findings findings)
    {
        findings.Error(JsonErrors.TooLarge, name, "the file is too large", $"at most {MaxBytes} bytes");
        return JsonNode.Unreadable(name);
    }

    private static JsonNode NotUtf8(string name, byte[] bytes, Findings findings)
    {
        int valid = FirstInvalid(bytes);
        (int line, int column) = new LineMap(bytes).At(valid);
        findings.Error(JsonErrors.NotUtf8, name, $"byte 0x{bytes[valid]:X2} is not UTF-8", "UTF-8", line: line, column: column);
        return JsonNode.Unreadable(name);
    }

    /// <summary>Offset of the first character that is not UTF-8.</summary>
    private static int FirstInvalid(byte[] bytes)
    {
        char[] scratch = new char[bytes.Length];
        Utf8.ToUtf16(bytes, scratch, out int read, out _, replaceInvalidSequences: false);
        return Math.Min(read, bytes.Length - 1);
    }
}
