using Gravistore.Json;

namespace Gravistore.Console.Recordings;

/// <summary>The error numbers of flight recordings.</summary>
public static class RecordingErrors
{
    public static readonly ErrorInfo Unreadable = new("GS-B001", "recording unreadable", "Nothing of the recording can be read.", "take another copy of the file, or a program that knows its format");
    public static readonly ErrorInfo Damaged = new("GS-B002", "recording damaged", "Parts of the recording are lost; whatever is sound was used.", "take another copy of the file") { Severity = FindingSeverity.Warning };
    public static readonly ErrorInfo OtherParameters = new("GS-B003", "parameters of another version", "The recording holds parameters that this version of the controller does not have, or lacks some it needs.", "replay it with the version that recorded it");
    public static readonly ErrorInfo Nothing = new("GS-B004", "nothing to replay", "The part asked for holds no cycle that can be replayed or told.", "ask for another part, or take another copy of the file");

    public static readonly ErrorInfo NoPlant = new("GS-B005", "run cannot be made again", "The recorded dry run cannot be made again, and so the plant cannot run on.", "record the dry run with --truth, with this version");

    /// <summary>All of them, in ascending order.</summary>
    public static IReadOnlyList<ErrorInfo> All { get; } = [Unreadable, Damaged, OtherParameters, Nothing, NoPlant];
}
