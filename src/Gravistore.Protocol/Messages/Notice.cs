using System.Text.Json.Serialization;

namespace Gravistore.Protocol.Messages;

/// <summary>What the controller sends.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(HelloNotice), "hello")]
[JsonDerivedType(typeof(AnswerNotice), "answer")]
[JsonDerivedType(typeof(SnapshotNotice), "snapshot")]
[JsonDerivedType(typeof(EventNotice), "event")]
[JsonDerivedType(typeof(DroppedNotice), "dropped")]
public abstract record Notice;

/// <summary>The answer to a client's hello.</summary>
/// <param name="Version">Version of the contract.</param>
/// <param name="Program">The controller's version.</param>
/// <param name="Plant">Name of the plant.</param>
/// <param name="HoistCount">Hoists of the plant.</param>
/// <param name="RatedPowerW">Rated net power of the plant [W].</param>
/// <param name="ProcessId">The controller's process.</param>
/// <param name="NextEvent">Sequence number that the next event will have.</param>
public sealed record HelloNotice(int Version, string Program, string Plant, int HoistCount, double RatedPowerW, int ProcessId, long NextEvent) : Notice;

/// <summary>What became of a command.</summary>
/// <param name="Id">The command's.</param>
/// <param name="Accepted">The controller carries it out.</param>
/// <param name="Reason">Why not, and what to do; empty when accepted.</param>
public sealed record AnswerNotice(long Id, bool Accepted, string Reason) : Notice;

/// <summary>One event.</summary>
/// <param name="Sequence">Counts up by one from 1 since the controller started.</param>
/// <param name="TimeNs">Monotonic time of the cycle it belongs to [ns].</param>
/// <param name="Number">Number in the event dictionary.</param>
/// <param name="Name">Name in the dictionary.</param>
/// <param name="Severity">info, warning, alarm or trip.</param>
/// <param name="Hoist">Hoist from 0, or -1 for the plant.</param>
/// <param name="Value">The value that crossed.</param>
/// <param name="Limit">The limit it crossed.</param>
/// <param name="Unit">Unit of both; empty where they mean nothing.</param>
/// <param name="Text">What happened.</param>
/// <param name="NextAction">What to do; empty for information.</param>
public sealed record EventNotice(long Sequence, long TimeNs, int Number, string Name, string Severity, int Hoist, double Value, double Limit, string Unit, string Text, string NextAction) : Notice;

/// <summary>The last message before the controller closes the connection.</summary>
/// <param name="Reason">Why.</param>
public sealed record DroppedNotice(string Reason) : Notice;
