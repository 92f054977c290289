using System.Text.Json;
using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Import.Sources;

/// <summary>Organisations of a ROR data dump, schema version 2: one JSON array.</summary>
internal sealed class RorReader : ISourceReader
{
    private const string Prefix = "https://ror.org/";

    private readonly KindTable _kinds = new("ror-types.tsv");

    public bool IsArray => true;

    public bool TryRead(ReadOnlyMemory<byte> json, ImportedRecord record)
    {
        var root = JsonElements.ParseObject(json, out var document);
        using (document)
        {
            var id = root.Text("id");
            if (!id.StartsWith(Prefix, StringComparison.Ordinal))
                throw new JsonException($"id '{id}' does not begin with {Prefix}");
            if (root.Text("status") == "withdrawn")
                return false;
            record.ExternalIds.Add("ror:" + id[Prefix.Length..]);
            foreach (var name in root.Items("names"))
                AddName(record, name);
            SetKind(record, root);
            record.Id = Wikidata(root) ?? MintedId.Of(record.Type, record.ExternalIds[0]);
            foreach (var location in root.Items("locations"))
            {
                if (location.TryGetProperty("geonames_details", out var details) && details.Text("country_code") is { Length: 2 } code && !record.Of.Contains("iso2:" + code))
                    record.Of.Add("iso2:" + code);
            }

            return record.Name.Length > 0 ? true : throw new JsonException("it has no name");
        }
    }

    private static void AddName(ImportedRecord record, JsonElement name)
    {
        var value = name.Text("value");
        if (name.Texts("types").Contains("ror_display") && record.Name.Length == 0)
            record.Name = value;
        else if (value.Length > 0)
            record.Aliases.Add(value);
    }

    private void SetKind(ImportedRecord record, JsonElement root)
    {
        // "funder" stands beside what the organisation is.
        var types = root.Texts("types").OrderBy(type => type is "funder" or "other" ? 1 : 0);
        foreach (var type in types)
        {
            if (_kinds.TryFind(type, out var kind))
            {
                (record.Kind, record.Type) = kind;
                return;
            }
        }

        _kinds.TryFind("other", out var other);
        (record.Kind, record.Type) = other;
    }

    private static string? Wikidata(JsonElement root)
    {
        foreach (var external in root.Items("external_ids").Where(external => external.Text("type") == "wikidata"))
        {
            var ids = external.Texts("all").ToList();
            return external.Text("preferred") is { Length: > 0 } preferred ? preferred : ids.Count == 1 ? ids[0] : null;
        }

        return null;
    }
}
