using Gravistore.Core.Parameters;
using Gravistore.Json;
using Gravistore.Recording;

namespace Gravistore.Console.Recordings;

/// <summary>A recording opened for a verb, with what is wrong about it.</summary>
internal sealed class RecordingInput : IDisposable
{
    private readonly FileStream _stream;
    private readonly string _path;
    private Task<PlantParameters?>? _early;

    /// <summary>Opens a recording.</summary>
    /// <param name="path">The file.</param>
    /// <param name="toReplay">The controller is going to run on it: its parameters are read here while the check sums of the rest are; null = not.</param>
    /// <exception cref="RefusedException">There is no such file, or nothing of it can be read.</exception>
    public RecordingInput(string path, RecordedParameters? toReplay = null)
    {
        _path = path;
        _stream = OpenFile(path);
        try
        {
            File = RecordingFile.Open(_stream, out IReadOnlyList<Damage> damages, toReplay is null ? null : header => _early = toReplay.Read(header)) ?? throw Unreadable(damages);
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    public RecordingFile File { get; }

    /// <summary>What is lost, as warnings; the use of the recording may have found more than its opening.</summary>
    public IReadOnlyList<Finding> Losses => [.. File.Damages.Select(Loss)];

    /// <summary>The parameters that it was recorded with, some of them replaced.</summary>
    /// <param name="changes">Replacements, PATH=VALUE each.</param>
    /// <exception cref="UsageException">A replacement names no parameter, or its value is none.</exception>
    /// <exception cref="RefusedException">This version of the controller has other parameters.</exception>
    public PlantParameters Parameters(IReadOnlyList<string> changes)
    {
        if (changes.Count == 0 && _early?.GetAwaiter().GetResult() is { } early && early.HoistCount == File.Header.HoistCount) return early;
        string document = File.Header.Parameters;
        foreach (string change in changes)
        {
            string[] parts = change.Split('=', 2);
            string missing = "PATH=VALUE is wanted";
            document = (parts.Length == 2 ? ParameterDocument.Set(document, parts[0], parts[1], out missing) : null)
                ?? throw new UsageException(UsageErrors.BadValue, $"--set {JsonText.Quote(change)}: {missing}");
        }
        if (ParameterDocument.Read(document, out string why) is { } plant && plant.HoistCount == File.Header.HoistCount) return plant;
        if (changes.Count > 0) throw new UsageException(UsageErrors.BadValue, $"--set {JsonText.Quote(string.Join(' ', changes))}: {(why.Length > 0 ? why : "the recording has the inputs of as many hoists as it has")}");
        throw Refused(RecordingErrors.OtherParameters, $"recorded by {File.Header.Version}: {why}");
    }

    /// <summary>Holds an output apart from the recording itself.</summary>
    /// <exception cref="UsageException">The output would replace the recording.</exception>
    public void RequireOther(string option, string? output)
    {
        if (!string.IsNullOrEmpty(output) && Path.GetFullPath(output) == Path.GetFullPath(_path))
            throw new UsageException(UsageErrors.SameFile, $"{option} {JsonText.Quote(output)} is the recording itself; {UsageErrors.SameFile.Cure}");
    }

    /// <summary>An error about this recording.</summary>
    public RefusedException Refused(ErrorInfo info, string message) => Refused(info, _path, message);

    public void Dispose() => _stream.Dispose();

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Refused(RecordingErrors.Unreadable, path, e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : JsonText.Shorten(e.Message));
        }
    }

    private RefusedException Unreadable(IReadOnlyList<Damage> damages) => Refused(RecordingErrors.Unreadable, _path, damages[^1].What);

    private static RefusedException Refused(ErrorInfo info, string path, string message)
    {
        Findings findings = [];
        findings.Error(info, path, message);
        return new RefusedException(findings);
    }

    private Finding Loss(Damage damage) => new(RecordingErrors.Damaged.Severity, RecordingErrors.Damaged.Code, _path, 0, 0, "", damage.ToString(), "", "");
}
