using Gravistore.Json;

namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Errors in device files that their declarations cannot express.</summary>
public static class DeviceErrors
{
    public static readonly ErrorInfo MissingParameter = new("GS-F101", "drive parameter missing", "The drive firmware needs a parameter that the file does not declare.", "declare it");
    public static readonly ErrorInfo DuplicateParameter = new("GS-F102", "drive parameter twice", "Two entries have the same group and index.", "keep one of them");
    public static readonly ErrorInfo EmptyRange = new("GS-F103", "empty range", "The minimum is above the maximum, or the default is outside both.", "correct the bounds");
    public static readonly ErrorInfo BeyondBlock = new("GS-F104", "register beyond the block", "An offset points behind the last register of its block.", "correct the offset or the count");
    public static readonly ErrorInfo DuplicateBit = new("GS-F105", "bit used twice", "Two signals use the same bit.", "give each signal a bit of its own");
    public static readonly ErrorInfo MissingFault = new("GS-F106", "fault code missing", "The drive firmware raises a code that the file does not describe.", "describe it");

    /// <summary>All of them, in ascending order.</summary>
    public static IReadOnlyList<ErrorInfo> All { get; } = [MissingParameter, DuplicateParameter, EmptyRange, BeyondBlock, DuplicateBit, MissingFault];
}
