using System.Text.Json.Serialization;

namespace Gravistore.Protocol.Messages;

/// <summary>How messages are written as JSON: generated when the program is built, strict in what it reads.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, MaxDepth = 8)]
[JsonSerializable(typeof(Request))]
[JsonSerializable(typeof(Notice))]
internal sealed partial class MessageJson : JsonSerializerContext;
