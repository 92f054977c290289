using System.Text.Json;
using EntityRes.Import.Curated;
using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Import.Sources;

/// <summary>
/// Our own JSON lines: an entity (<c>id name type kind aliases of prior note externalIds demonyms capital tenures</c>) or an office
/// (<c>office of role title aliases</c>) a line; documented in <c>tools/Import/README.md</c>.
/// </summary>
internal sealed class JsonLinesReader : ISourceReader
{
    private static readonly HashSet<string> Roles = KindTable.Rows("catalogue/roles.tsv").Select(cells => cells[0]).ToHashSet(StringComparer.Ordinal);

    public bool IsArray => false;

    public bool TryRead(ReadOnlyMemory<byte> json, ImportedRecord record)
    {
        if (json.Span.Trim(" \t\r"u8).IsEmpty)
            return false;
        var root = JsonElements.ParseObject(json, out var document);
        using (document)
        {
            record.Aliases.AddRange(root.Texts("aliases"));
            if (root.Text("office") is { Length: > 0 } slug)
                return ReadOffice(root, slug, record);
            record.Name = root.Text("name");
            if (!Enum.TryParse<EntityType>(root.Text("type"), ignoreCase: true, out var type) || !Enum.IsDefined(type))
                throw new JsonException($"type '{root.Text("type")}' is unknown");
            if (record.Name.Length == 0)
                throw new JsonException("it has no name");
            (record.Type, record.Kind) = (type, root.Text("kind") is { Length: > 0 } kind ? kind : "thing");
            record.Id = root.Text("id") is { Length: > 0 } id ? id : MintedId.Of(type, record.Name);
            CheckId("id", record.Id);
            record.Of.AddRange(root.Texts("of"));
            record.Note = root.Text("note");
            record.ExternalIds.AddRange(root.Texts("externalIds"));
            record.Demonyms.AddRange(root.Texts("demonyms"));
            record.Capital = root.Text("capital");
            if (root.TryGetProperty("prior", out var prior))
                record.Prior01 = prior.TryGetInt32(out var number) && number is >= 1 and <= 1000 ? CuratedSource.Prior01(number) : throw new JsonException("prior is not a whole number from 1 to 1000");
            foreach (var tenure in root.Items("tenures"))
            {
                var isActing = tenure.TryGetProperty("acting", out var acting) && acting.ValueKind == JsonValueKind.True;
                record.Tenures.Add(new ImportedTenure(tenure.Text("office"), "", record.Id, tenure.Date("start"), tenure.Date("end"), isActing));
            }

            return true;
        }
    }

    private static bool ReadOffice(JsonElement root, string slug, ImportedRecord record)
    {
        record.Kind = KindTable.Office;
        record.OfficeSlug = slug;
        record.Id = MintedId.Of(EntityType.Other, "office:" + slug);
        record.Role = root.Text("role");
        record.Name = root.Text("title");
        record.Of.Add(root.Text("of"));
        if (record.Role.Length == 0 || record.Name.Length == 0 || record.Of[0].Length == 0)
            throw new JsonException("an office needs role, title and of");
        CheckId("of", record.Of[0]);
        return Roles.Contains(record.Role) ? true : throw new JsonException($"role '{record.Role}' is none of seeds/catalogue/roles.tsv");
    }

    private static void CheckId(string field, string id)
    {
        if (id[0] != 'Q' && !MintedId.IsWellFormed(id))
            throw new JsonException($"{field} '{id}' is not of the form Q7747 or er:0123456789abcdef");
    }
}
