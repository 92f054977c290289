using System.Text.Json;
using EntityRes.Hosting;
using EntityRes.V1;

namespace EntityRes.Resolver.Reconciliation;

/// <summary>One name to reconcile.</summary>
/// <param name="Key">The caller's key of it: <c>q0</c>.</param>
/// <param name="Search">The search that answers it.</param>
internal sealed record ReconciliationQuery(string Key, SearchEntitiesRequest Search)
{
    private const int DefaultLimit = 10;

    /// <summary>Reads a batch: <c>{"q0": {"query": "Putin", "type": "ENTITY_TYPE_PERSON", "limit": 3}}</c>.</summary>
    /// <param name="json">The batch; <c>properties</c> and <c>type_strict</c> of a query are not looked at.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT or RESOURCE_EXHAUSTED, naming the field.</exception>
    internal static List<ReconciliationQuery> ReadBatch(string json)
    {
        using var batch = Parse(json);
        if (batch.RootElement.ValueKind != JsonValueKind.Object)
            throw RequestErrors.InvalidArgument("queries", "is not a JSON object of queries by key");
        var queries = batch.RootElement.EnumerateObject().Select(Read).ToList();
        return queries.Count <= Limits.BatchIds
            ? queries
            : throw RequestErrors.ResourceExhausted("queries", $"has {queries.Count} entries, the limit is {Limits.BatchIds}");
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException wrong)
        {
            throw RequestErrors.InvalidArgument("queries", $"is not JSON: {wrong.Message}");
        }
    }

    private static ReconciliationQuery Read(JsonProperty entry)
    {
        var field = $"queries.{entry.Name}";
        if (entry.Value.ValueKind != JsonValueKind.Object)
            throw RequestErrors.InvalidArgument(field, "is not a JSON object");
        if (!entry.Value.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(query.GetString()))
            throw RequestErrors.InvalidArgument($"{field}.query", "is required");
        if (System.Text.Encoding.UTF8.GetByteCount(query.GetString()!) > Limits.NameBytes)
            throw RequestErrors.ResourceExhausted($"{field}.query", $"is over {Limits.NameBytes} bytes of UTF-8");
        return new ReconciliationQuery(entry.Name, new SearchEntitiesRequest
        {
            Q = query.GetString(),
            PageSize = ReadLimit($"{field}.limit", entry.Value),
            Types_ = { ReadTypes($"{field}.type", entry.Value) },
        });
    }

    private static int ReadLimit(string field, JsonElement query)
    {
        if (!query.TryGetProperty("limit", out var limit))
            return DefaultLimit;
        return limit.ValueKind == JsonValueKind.Number && limit.TryGetInt32(out var given) && given is >= 1 and <= Limits.PageSize
            ? given
            : throw RequestErrors.InvalidArgument(field, $"is not a number from 1 to {Limits.PageSize}");
    }

    // A type's id, or an array of them.
    private static IEnumerable<EntityType> ReadTypes(string field, JsonElement query)
    {
        if (!query.TryGetProperty("type", out var given) || given.ValueKind == JsonValueKind.Null)
            return [];
        var ids = given.ValueKind == JsonValueKind.Array ? given.EnumerateArray().ToArray() : [given];
        return ids.Select(id => id.ValueKind == JsonValueKind.String && ReconciliationTypes.TryParse(id.GetString()!, out var type)
            ? type
            : throw RequestErrors.InvalidArgument(field, $"{id.GetRawText()} is no type; the manifest lists them")).ToList();
    }
}
