using Gravistore.Json;

namespace Gravistore.Controller.Startup;

/// <summary>Why the controller does not start. The table stands in docs/operation.md.</summary>
internal static class StartErrors
{
    public static readonly ErrorInfo Usage = new("GS-G001", "wrong usage", "The command line of gravistored is not understood.", "gravistored --help shows its options");
    public static readonly ErrorInfo StateFolder = new("GS-G002", "state folder not usable", "The state folder is missing, full, read-only or belongs to somebody else.", "make room, give the folder to the controller's user, or name another with --state");
    public static readonly ErrorInfo StateInUse = new("GS-G003", "state folder in use", "Another controller holds the state folder.", "end the other one first, or give this one a state folder of its own");
    public static readonly ErrorInfo JournalDamaged = new("GS-G004", "journal damaged", "Both records of the position journal fail their checksum.", "compare every weight's position with its shaft marks; move the file away; start again, which takes the positions from the encoders alone");
    public static readonly ErrorInfo JournalOfAnotherPlant = new("GS-G005", "journal of another plant", "The position journal was written for another plant.", "name the state folder of this plant with --state");
    public static readonly ErrorInfo PositionNotConfirmed = new("GS-G006", "position not confirmed", "A drum encoder does not read what the journal remembers.", "inspect encoder, coupling and rope; compare the weight's position with its shaft marks; when the encoder is right, move the journal away and start again");
    public static readonly ErrorInfo SocketInUse = new("GS-G007", "socket in use", "Another controller answers on the command socket.", "end the other one first, or name another socket with --socket");
    public static readonly ErrorInfo SocketNotUsable = new("GS-G008", "socket cannot be made", "The command socket cannot be made at its path.", "name a path in a folder that exists and may be written, with --socket");
    public static readonly ErrorInfo NoRealTime = new("GS-G009", "no real time", "Linux did not grant what the loop needs to be on time.", "grant it, or start with --allow-no-realtime where lateness may trip the plant; gravistore latency says how late this machine is");
    public static readonly ErrorInfo Field = new("GS-G010", "field not ready", "A device does not answer, or is not what the plant file says.", "see the device; gravistored starts when all are there");
    public static readonly ErrorInfo NoPosition = new("GS-G011", "no position", "A drive's values did not arrive in time, so that no weight's position is known.", "check the links and the drives' supply");
    public static readonly ErrorInfo RecordFolder = new("GS-G012", "recordings cannot be written", "The folder for recordings cannot be written.", "make room, or name another folder with --record");

    /// <summary>All of them, in ascending order.</summary>
    public static IReadOnlyList<ErrorInfo> All { get; } =
        [Usage, StateFolder, StateInUse, JournalDamaged, JournalOfAnotherPlant, PositionNotConfirmed, SocketInUse, SocketNotUsable, NoRealTime, Field, NoPosition, RecordFolder];
}
