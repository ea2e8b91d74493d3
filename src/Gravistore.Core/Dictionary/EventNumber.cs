namespace Gravistore.Core.Dictionary;

/// <summary>Numbers of events that are not protections.</summary>
public static class EventNumber
{
    public const int PlantMode = 1;
    public const int HoistMode = 2;
    public const int CommandRefused = 11;
    public const int SetPointLimited = 12;
    /// <summary>Why a command was refused or not taken whole; the first comes with <see cref="CommandRefused"/>.</summary>
    public const int CommandInvalid = 13;
    public const int ReadyHoistsLimited = 14;
    public const int PowerLimited = 20;
    public const int PowerRestored = 21;
    public const int HoistEngaged = 22;
    public const int HoistReleased = 23;
    public const int HoistRelieved = 24;
    public const int SpreadShort = 25;
    public const int SpreadKept = 26;
    public const int Reset = 30;
    /// <summary>Told by the gateway and the loop, not by Step.</summary>
    public const int SetPointEnded = 40;
    public const int CycleSlip = 41;
    public const int Stopping = 42;
}
