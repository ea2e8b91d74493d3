using System.Text.Json.Serialization;

namespace Gravistore.Protocol.Messages;

/// <summary>What a client sends.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(HelloRequest), "hello")]
[JsonDerivedType(typeof(CommandRequest), "command")]
[JsonDerivedType(typeof(SubscribeRequest), "subscribe")]
public abstract record Request;

/// <summary>The first message of a client.</summary>
/// <param name="Version">Version of the contract, <see cref="ProtocolLimits.Version"/>.</param>
/// <param name="Client">Name of the program, for the log; 1 to 64 characters.</param>
public sealed record HelloRequest(int Version, string Client) : Request;

/// <summary>Asks for something to be done; answered by one <see cref="AnswerNotice"/> with the same id. The figures are for power alone.</summary>
/// <param name="Id">Chosen by the client.</param>
/// <param name="Verb">One of <see cref="CommandVerb"/>.</param>
/// <param name="PowerW">Net power at the grid meter, export positive [W].</param>
/// <param name="RateWPerS">Greatest rate of change [W/s], 0 = at once.</param>
/// <param name="ReadyHoists">Hoists that stay open however little power is asked for, 0 = as few as the power needs.</param>
/// <param name="HoldS">How long the set point holds, 1 to 7200 [s].</param>
public sealed record CommandRequest(long Id, string Verb, double PowerW = 0, double RateWPerS = 0, int ReadyHoists = 0, int HoldS = ProtocolLimits.DefaultHoldS) : Request;

/// <summary>Chooses what the client is told from now on; replaces what it chose before.</summary>
/// <param name="SnapshotEveryMs">Interval of snapshots, 10 to 60000 [ms]; 0 = none.</param>
/// <param name="EventsFrom">Sequence number of the first event wanted, from 1 on; 0 = none. One that is not kept any more begins with the oldest kept.</param>
public sealed record SubscribeRequest(int SnapshotEveryMs, long EventsFrom) : Request;
