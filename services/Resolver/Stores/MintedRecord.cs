using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Resolver.Stores;

/// <summary>A minted entity as Redis keeps it; the id is in the key.</summary>
/// <param name="Type">Number of its type.</param>
/// <param name="Name">The surface form under which it was first seen.</param>
internal sealed record MintedRecord([property: JsonPropertyName("t")] EntityType Type, [property: JsonPropertyName("n")] string Name)
{
    // Letters of all scripts stand as themselves: shorter, and legible in `redis-cli --raw`.
    private static readonly MintedRecordJson Json = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The JSON of an entity.</summary>
    internal static string Write(MintedEntity entity) =>
        JsonSerializer.Serialize(new MintedRecord(entity.Type, entity.Name), Json.MintedRecord);

    /// <summary>The entity of an id and its JSON.</summary>
    /// <exception cref="InvalidDataException">It is not such JSON: something else writes under our keys.</exception>
    internal static MintedEntity Read(string id, string json)
    {
        try
        {
            var record = JsonSerializer.Deserialize(json, Json.MintedRecord);
            if (record is { Name: not null })
                return new MintedEntity(id, record.Type, record.Name);
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"record of '{id}' in Redis: {wrong.Message}", wrong);
        }

        throw new InvalidDataException($"record of '{id}' in Redis has no name");
    }
}

/// <summary>Generated serializer of <see cref="MintedRecord"/>.</summary>
[JsonSerializable(typeof(MintedRecord))]
internal sealed partial class MintedRecordJson : JsonSerializerContext;
