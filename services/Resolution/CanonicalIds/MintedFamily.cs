using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EntityRes.Resolution.NilClusters;
using EntityRes.Text;

namespace EntityRes.Resolution.CanonicalIds;

/// <summary>All minted entities whose ids share their first twelve characters: those of one name, remembered as one record.</summary>
/// <param name="Members">The entities in the order in which they were minted, at least one.</param>
public sealed record MintedFamily(ImmutableList<MintedEntity> Members)
{
    private static readonly MintedFamilyJson Json = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // shorter, and legible in `redis-cli --raw`
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    });

    /// <summary>A family before its first member.</summary>
    public static readonly MintedFamily Empty = new(ImmutableList<MintedEntity>.Empty);

    /// <summary>The member with an id; null when there is none.</summary>
    public MintedEntity? Find(string id) => Members.Find(member => member.Id == id);

    /// <summary>The member that a sighting means: of its name, and seen in the most similar surroundings.</summary>
    /// <returns>Null when there is none of its name, or all were seen in surroundings that have nothing in common with its own.</returns>
    public MintedEntity? Recognise(NameSighting sighting)
    {
        var key = AliasKey.Of(sighting.Name);
        return Members
            .Where(member => member.Type == sighting.Type && AliasKey.Of(member.Name) == key
                && member.Evidence.Context.Compatible(sighting.Context))
            .MaxBy(member => member.Evidence.Context.Similarity(sighting.Context)); // the first of equals
    }

    /// <summary>With a new member for a sighting.</summary>
    public (MintedFamily Family, MintedEntity Member) Mint(NameSighting sighting)
    {
        var ordinal = 0;
        while (Find(MintedId.Of(sighting.Type, sighting.Name, ordinal)) is not null)
            ordinal++;
        var member = new MintedEntity(MintedId.Of(sighting.Type, sighting.Name, ordinal), sighting.Type, sighting.Name)
        {
            Evidence = MintedEvidence.None.With(sighting),
        };
        return (new MintedFamily(Members.Add(member)), member);
    }

    /// <summary>With more evidence for a member.</summary>
    public MintedFamily With(string id, MintedEvidence evidence) =>
        new(Members.ConvertAll(member => member.Id == id ? member with { Evidence = evidence } : member));

    /// <summary>The record as one line of JSON.</summary>
    public string ToText() => JsonSerializer.Serialize(new FamilyRecord([.. Members.Select(MemberRecord.Of)]), Json.FamilyRecord);

    /// <summary>The family that a store keeps.</summary>
    /// <param name="record">Its record; null = none.</param>
    /// <returns>The family; <see cref="Empty"/> when there is no record.</returns>
    /// <exception cref="StoreUnavailableException">Something else writes under our keys: nothing is known of the family.</exception>
    public static MintedFamily Of(string? record)
    {
        try
        {
            return record is null ? Empty : Parse(record);
        }
        catch (InvalidDataException foreign)
        {
            throw new StoreUnavailableException(foreign.Message, foreign);
        }
    }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no such record: something else writes under our keys.</exception>
    public static MintedFamily Parse(string text)
    {
        try
        {
            var record = JsonSerializer.Deserialize(text, Json.FamilyRecord);
            if (record is { Members.Length: > 0 } && record.Members.All(member => member is { Id: not null, Name: not null }))
                return new MintedFamily([.. record.Members.Select(member => member.ToEntity())]);
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"record of minted entities: {wrong.Message}", wrong);
        }

        throw new InvalidDataException("record of minted entities: no member, or one without id or name");
    }

    /// <summary>The JSON of a family.</summary>
    internal sealed record FamilyRecord([property: JsonPropertyName("m")] MemberRecord[] Members);

    /// <summary>The JSON of a member.</summary>
    internal sealed record MemberRecord(
        [property: JsonPropertyName("i")] string Id,
        [property: JsonPropertyName("t")] EntityType Type,
        [property: JsonPropertyName("n")] string Name,
        [property: JsonPropertyName("c")] int Sightings,
        [property: JsonPropertyName("s")] SortedDictionary<string, int>? Spellings,
        [property: JsonPropertyName("f")] string? FirstSeen,
        [property: JsonPropertyName("l")] string? LastSeen,
        [property: JsonPropertyName("d")] string[]? Documents,
        [property: JsonPropertyName("x")] string? Context)
    {
        // One spelling that is the name itself goes without saying.
        internal static MemberRecord Of(MintedEntity entity) => new(
            entity.Id, entity.Type, entity.Name, entity.Evidence.Sightings,
            entity.Evidence.Names.Count == 0 || (entity.Evidence.Names.Count == 1 && entity.Evidence.Names.ContainsKey(entity.Name))
                ? null : new SortedDictionary<string, int>(entity.Evidence.Names, StringComparer.Ordinal),
            entity.Evidence.FirstSeen?.ToString(), entity.Evidence.LastSeen?.ToString(),
            entity.Evidence.Documents.IsEmpty ? null : [.. entity.Evidence.Documents],
            entity.Evidence.Context.Count == 0 ? null : entity.Evidence.Context.ToText());

        internal MintedEntity ToEntity() => new(Id, Type, Name)
        {
            Evidence = new MintedEvidence(
                Sightings,
                (Spellings ?? new SortedDictionary<string, int> { [Name] = Sightings }).ToImmutableSortedDictionary(StringComparer.Ordinal),
                PartialDate.TryParse(FirstSeen, out var first) ? first : null,
                PartialDate.TryParse(LastSeen, out var last) ? last : null,
                [.. Documents ?? []],
                ContextSignature.TryParse(Context ?? "", out var context) ? context : ContextSignature.Empty),
        };
    }
}

/// <summary>Generated serializer of families.</summary>
[JsonSerializable(typeof(MintedFamily.FamilyRecord))]
internal sealed partial class MintedFamilyJson : JsonSerializerContext;
