using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EntityRes.Resolution.Ledger;

/// <summary>One decision of a person on entities: what, on which, who, why and when. Never changed once it is written.</summary>
/// <param name="Kind">What.</param>
/// <param name="Ids">Which canonical ids; their order is part of the meaning, see <see cref="LedgerEntryKind"/>.</param>
/// <param name="Author">Who.</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="Time">When, to the millisecond.</param>
public sealed record LedgerEntry(LedgerEntryKind Kind, IReadOnlyList<string> Ids, string Author, string Reason, DateTimeOffset Time)
{
    private static readonly LedgerJson Json = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    /// <summary>The entities that an upsert or a split writes; null otherwise.</summary>
    public IReadOnlyList<OwnEntity>? Entities { get; init; }

    /// <summary>The name that is added; null otherwise.</summary>
    public string? Alias { get; init; }

    /// <summary>The tenure that is written; null otherwise.</summary>
    public OwnTenure? Tenure { get; init; }

    /// <summary>The entry as one line of JSON.</summary>
    public string ToText() => JsonSerializer.Serialize(this, Json.LedgerEntry);

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no such line; says what is wrong.</exception>
    public static LedgerEntry Parse(string text)
    {
        try
        {
            var entry = JsonSerializer.Deserialize(text, Json.LedgerEntry);
            if (entry is { Ids: not null, Author: not null, Reason: not null } && !entry.Ids.Any(string.IsNullOrEmpty)
                && Enum.IsDefined(entry.Kind) && entry.HasItsParts() && (entry.Entities ?? []).All(IsWhole)
                && entry.Tenure is null or { Office: not null, Holder: not null, Start: not null, End: not null })
                return entry;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"ledger entry: {wrong.Message}", wrong);
        }

        throw new InvalidDataException("ledger entry: kind, ids, author or what its kind demands is missing");
    }

    private static bool IsWhole(OwnEntity? entity) =>
        entity is { Id.Length: > 0, Name.Length: > 0, Description: not null, Aliases: not null, ExternalIds: not null }
        && entity.Aliases.Concat(entity.ExternalIds).All(text => text is not null);

    private bool HasItsParts() => Kind switch
    {
        LedgerEntryKind.Upserted => Ids.Count == 1 && Entities is { Count: 1 },
        LedgerEntryKind.AliasAdded => Ids.Count == 1 && Alias is not null,
        LedgerEntryKind.TenureUpserted => Ids.Count == 1 && Tenure is not null,
        LedgerEntryKind.Split => Ids.Count >= 3 && Entities is { } successors && successors.Count == Ids.Count - 1,
        _ => Ids.Count == 2,
    };
}

/// <summary>Generated serializer of ledger entries.</summary>
[JsonSerializable(typeof(LedgerEntry))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class LedgerJson : JsonSerializerContext;
