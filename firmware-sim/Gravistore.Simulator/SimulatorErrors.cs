using Gravistore.Json;

namespace Gravistore.Simulator;

/// <summary>The error numbers of the simulator as a process.</summary>
public static class SimulatorErrors
{
    public static readonly ErrorInfo Usage = new("GS-M001", "command line not understood", "An option is unknown, has no value, or is given twice.", "see gravistore-sim --help");
    public static readonly ErrorInfo BadValue = new("GS-M002", "value of an option", "The value of an option is no number, out of range, or names nothing there is.", "give a value within the range");
    public static readonly ErrorInfo LinkHoist = new("GS-M003", "hoist of a device", "A links file serves a hoist that the plant does not have.", "take the links of this plant");
    public static readonly ErrorInfo Listen = new("GS-M004", "address not free", "The simulator cannot listen where the links file says.", "end the program that listens there, or take other ports");
    public static readonly ErrorInfo BadCommand = new("GS-M005", "command not understood", "A line of a fault script or of the control socket is no command.", "see docs/wire.md for the commands");
    public static readonly ErrorInfo OutputFile = new("GS-M006", "file cannot be written", "A file or socket that was asked for cannot be made.", "choose a folder that exists and may be written to");
    public static readonly ErrorInfo LinkPlace = new("GS-M020", "place of a device", "A links file serves a device neither on a line that is there nor at a host and port.", "give \"bus\", or \"host\" and \"port\"");
    public static readonly ErrorInfo Line = new("GS-M021", "line not made", "The simulator cannot put a port where the links file says.", "name a path in a folder that exists and may be written to, with nothing else there");

    public static readonly ErrorInfo Wiring = new("GS-M022", "wiring that cannot be", "A wiring file names a board or signal twice, one that there is not, or a terminal that is taken.", "correct it; gravistore config check holds it against the plant as well");

    public static readonly ErrorInfo Mirror = new("GS-M023", "lines not there", "The GPIO chip or a line of the two-machine bench is not there, is in use, or its library does not load.", "see labels and names with gpioinfo, and correct --gpio or the wiring file; the user needs the group gpio");

    /// <summary>All of them, in ascending order.</summary>
    public static IReadOnlyList<ErrorInfo> All { get; } = [Usage, BadValue, LinkHoist, Listen, BadCommand, OutputFile, LinkPlace, Line, Wiring, Mirror];
}
