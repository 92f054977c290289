using System.Text.Json;
using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Text;

namespace EntityRes.Import.Sources;

/// <summary>FollowTheMoney entities as JSON lines, as OpenSanctions publishes them.</summary>
internal sealed class FollowTheMoneyReader : ISourceReader
{
    private readonly KindTable _kinds = new("ftm-schemas.tsv");

    public bool IsArray => false;

    public bool TryRead(ReadOnlyMemory<byte> json, ImportedRecord record)
    {
        if (json.Span.Trim(" \t\r"u8).IsEmpty)
            return false;
        var root = JsonElements.ParseObject(json, out var document);
        using (document)
        {
            var (id, schema) = (root.Text("id"), root.Text("schema"));
            if (id.Length == 0 || schema.Length == 0 || !root.TryGetProperty("properties", out var properties))
                throw new JsonException("it lacks id, schema or properties");
            if (schema == "Occupancy")
                return TryReadOccupancy(properties, record);
            if (!_kinds.TryFind(schema, out var kind))
                return false; // relations, documents, addresses
            (record.Kind, record.Type) = kind;
            record.ExternalIds.Add("ftm:" + id);
            record.ExternalIds.AddRange(root.Texts("referents").Where(IsQid));
            record.Id = IsQid(id) ? id : properties.Texts("wikidataId").FirstOrDefault(IsQid) ?? IdOf(kind.Type, id);
            record.Name = root.Text("caption");
            record.Aliases.AddRange(properties.Texts("name").Concat(properties.Texts("alias")).Concat(properties.Texts("weakAlias").Where(HasTwoWords)));
            record.Of.AddRange(properties.Texts("nationality").Concat(properties.Texts("citizenship")).Concat(properties.Texts("country"))
                .Concat(properties.Texts("jurisdiction")).Select(code => "iso2:" + code.ToUpperInvariant()).Distinct(StringComparer.Ordinal));
            record.Note = properties.Texts("position").FirstOrDefault("");
            if (record.Kind == KindTable.Office)
                record.OfficeSlug = "ftm:" + id;
            return record.Name.Length > 0 ? true : throw new JsonException("it has no caption");
        }
    }

    private static bool TryReadOccupancy(JsonElement properties, ImportedRecord record)
    {
        var (holder, post) = (properties.Texts("holder").FirstOrDefault(), properties.Texts("post").FirstOrDefault());
        if (holder is null || post is null)
            throw new JsonException("an occupancy without holder or post");
        record.Id = IsQid(holder) ? holder : IdOf(EntityType.Person, holder);
        record.ExternalIds.Add("ftm:" + holder);
        record.Tenures.Add(new ImportedTenure("ftm:" + post, "", record.Id, Date(properties, "startDate"), Date(properties, "endDate"), IsActing: false));
        return true;
    }

    private static PartialDate? Date(JsonElement properties, string property) =>
        properties.Texts(property).Select(text => PartialDate.TryParse(text, out var date) ? date : (PartialDate?)null).FirstOrDefault();

    private static string IdOf(EntityType type, string id) => MintedId.Of(type, "ftm:" + id);

    private static bool IsQid(string id) => id.Length > 1 && id[0] == 'Q' && !id.AsSpan(1).ContainsAnyExceptInRange('0', '9');

    private static bool HasTwoWords(string name) => name.Contains(' ', StringComparison.Ordinal);
}
