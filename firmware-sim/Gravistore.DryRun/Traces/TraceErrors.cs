using Gravistore.Json;

namespace Gravistore.DryRun.Traces;

/// <summary>The error numbers of CSV series.</summary>
public static class TraceErrors
{
    public static readonly ErrorInfo FileMissing = new("GS-T001", "series missing", "No CSV file has this name.", "check the name and the folder");
    public static readonly ErrorInfo Unreadable = new("GS-T002", "series unreadable", "The operating system refused to read the file.", "check its permissions");
    public static readonly ErrorInfo TooLarge = new("GS-T003", "series too large", "The file has more rows, columns or characters than a series can have.", "cut it, or check that it is the right file");
    public static readonly ErrorInfo NoHeader = new("GS-T004", "no header", "The file has no line with column names.", "put a line with the names of the columns first");
    public static readonly ErrorInfo UnknownColumn = new("GS-T005", "unknown column", "The header has no column of this name.", "name one of the file's columns");
    public static readonly ErrorInfo DoubleColumn = new("GS-T006", "column named twice", "The header has the same name twice.", "give each column a name of its own");
    public static readonly ErrorInfo WrongFieldCount = new("GS-T007", "wrong number of fields", "A row has more or fewer fields than the header.", "complete the row or remove it");
    public static readonly ErrorInfo BadQuotes = new("GS-T008", "broken quotes", "A quoted field does not end, or goes on after its closing quote.", "close the quote; write a quote inside quotes twice");
    public static readonly ErrorInfo NotANumber = new("GS-T009", "not a number", "A field that must be a number is none.", "write a finite number with a decimal point");
    public static readonly ErrorInfo OutOfRange = new("GS-T010", "value not plausible", "A value lies outside what such a quantity can be.", "check the column, scale and offset");
    public static readonly ErrorInfo TimeNotRising = new("GS-T011", "time does not rise", "A row's time is not after the time of the row before.", "sort the rows and remove repeated ones");
    public static readonly ErrorInfo TooShort = new("GS-T012", "series too short", "A series needs at least two samples.", "check that the file is complete");
    public static readonly ErrorInfo NotText = new("GS-T013", "not text", "The file holds bytes that are not UTF-8 text.", "save the file as UTF-8 text");

    /// <summary>All of them, in ascending order.</summary>
    public static IReadOnlyList<ErrorInfo> All { get; } =
        [FileMissing, Unreadable, TooLarge, NoHeader, UnknownColumn, DoubleColumn, WrongFieldCount, BadQuotes, NotANumber, OutOfRange, TimeNotRising, TooShort, NotText];
}
