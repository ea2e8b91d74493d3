namespace Gravistore.Json;

/// <summary>The error numbers of the strict reader.</summary>
public static class JsonErrors
{
    public static readonly ErrorInfo FileMissing = new("GS-J001", "file missing", "No file has this name.", "check the name and the folder");
    public static readonly ErrorInfo IsFolder = new("GS-J002", "folder instead of a file", "The name belongs to a folder.", "name a file in it");
    public static readonly ErrorInfo Unreadable = new("GS-J003", "file unreadable", "The operating system refused to read the file.", "check its permissions");
    public static readonly ErrorInfo TooLarge = new("GS-J004", "file too large", "The file is larger than any configuration file can be.", "check that it is the right file");
    public static readonly ErrorInfo Empty = new("GS-J005", "empty file", "The file holds nothing.", "start from a file that ships with the project");
    public static readonly ErrorInfo NotUtf8 = new("GS-J006", "not UTF-8", "A byte does not belong to UTF-8 text.", "save the file as UTF-8");
    public static readonly ErrorInfo Syntax = new("GS-J007", "not JSON", "The text breaks the rules of JSON.", "correct the text at this place");
    public static readonly ErrorInfo Truncated = new("GS-J008", "file cut short", "The file ends inside a value.", "restore the missing end");
    public static readonly ErrorInfo Comment = new("GS-J009", "comment", "JSON has no comments.", "remove it; reasons belong into \"source\"");
    public static readonly ErrorInfo TrailingComma = new("GS-J010", "trailing comma", "A comma stands before a closing bracket.", "remove the comma");
    public static readonly ErrorInfo NotFinite = new("GS-J011", "number not finite", "The number is NaN, infinite or too large for a double.", "write a finite number");
    public static readonly ErrorInfo TooDeep = new("GS-J012", "nested too deeply", "Brackets are nested deeper than the limit.", "check that it is the right file");
    public static readonly ErrorInfo DuplicateKey = new("GS-J013", "duplicate key", "An object names the same key twice.", "keep one of the two");
    public static readonly ErrorInfo UnknownKey = new("GS-J020", "unknown key", "No such key is declared here.", "remove it or correct its name");
    public static readonly ErrorInfo WrongUnit = new("GS-J021", "wrong unit", "The key's name carries another unit than the declared one.", "convert the value and rename the key");
    public static readonly ErrorInfo MissingKey = new("GS-J022", "missing key", "A required key is not there.", "add it");
    public static readonly ErrorInfo WrongType = new("GS-J023", "wrong type", "The value is of another kind than declared.", "write a value of the declared kind");
    public static readonly ErrorInfo OutOfRange = new("GS-J024", "out of range", "The number is outside the declared range.", "check value and unit");
    public static readonly ErrorInfo NotInteger = new("GS-J025", "not a whole number", "A whole number is declared here.", "write a whole number");
    public static readonly ErrorInfo NotAscending = new("GS-J026", "not ascending", "Each number of this list must be greater than the one before.", "sort the list and remove repeated numbers");
    public static readonly ErrorInfo WrongCount = new("GS-J027", "wrong count", "The list is shorter or longer than declared.", "add or remove entries");
    public static readonly ErrorInfo WrongText = new("GS-J028", "text not allowed", "The text is not one of the declared ones.", "choose one of the allowed texts");
    public static readonly ErrorInfo NoSource = new("GS-J029", "value without source", "Every number of this section needs an entry in its \"source\" object.", "say where the value comes from");
    public static readonly ErrorInfo IdleSource = new("GS-J030", "source without value", "The \"source\" object names a key that is not there.", "remove the entry or correct its name");
    public static readonly ErrorInfo OverridePath = new("GS-J031", "override names nothing", "The path of an override leads nowhere.", "name a key of the file");
    public static readonly ErrorInfo OverrideValue = new("GS-J032", "override value", "The value of an override is not JSON.", "write a number, true, false, a text or a JSON value");
    public static readonly ErrorInfo WrongKind = new("GS-J033", "another kind of file", "The file's \"schema\" key says that it is of another kind than is wanted here.", "name a file of the wanted kind");

    /// <summary>All of them, in ascending order.</summary>
    public static IReadOnlyList<ErrorInfo> All { get; } =
    [
        FileMissing, IsFolder, Unreadable, TooLarge, Empty, NotUtf8, Syntax, Truncated, Comment, TrailingComma, NotFinite, TooDeep, DuplicateKey,
        UnknownKey, WrongUnit, MissingKey, WrongType, OutOfRange, NotInteger, NotAscending, WrongCount, WrongText, NoSource, IdleSource, OverridePath, OverrideValue, WrongKind,
    ];
}
