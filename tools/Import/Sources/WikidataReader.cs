using System.Globalization;
using System.Text.Json;
using EntityRes.Text;

namespace EntityRes.Import.Sources;

/// <summary>
/// Entities of a Wikidata JSON dump: one a line, a comma behind it, the lines between <c>[</c> and <c>]</c>. Reads labels, aliases,
/// the English description, the number of sitelinks and some statements; skips the rest without building it.
/// </summary>
internal sealed class WikidataReader : ISourceReader
{
    private const int LongestNote = 120; // UTF-16 code units

    // The first language with a label names the entity; the labels of the others are aliases.
    private static readonly string[] Languages = ["en", "mul", "en-gb", "en-us", "en-ca", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk"];

    private static readonly double LargestSitelinks = KindTable.Rows("sources/priors.tsv")
        .Where(cells => cells[0] == "wikidata").Select(cells => double.Parse(cells[1], CultureInfo.InvariantCulture)).Single();

    private readonly string?[] _labels = new string?[Languages.Length];
    private readonly Dictionary<string, List<WikidataStatement>> _statements = new(StringComparer.Ordinal);

    private static readonly HashSet<string> Properties = new(StringComparer.Ordinal)
    {
        "P31", "P279", "P39", "P17", "P27", "P6", "P35", "P36", "P297", "P298", "P1001", "P1906", "P1313", "P1448", "P1549", "P6782", "P749", "P361",
    };

    public bool IsArray => false;

    public bool TryRead(ReadOnlyMemory<byte> json, ImportedRecord record)
    {
        var line = json.Span.Trim(" \t\r"u8).TrimEnd((byte)',');
        if (line.Length <= 1)
            return false; // the brackets of the array, and empty lines
        var reader = new Utf8JsonReader(line);
        reader.Read();
        WikidataSnak.Expect(ref reader, JsonTokenType.StartObject);
        Array.Clear(_labels);
        foreach (var statements in _statements.Values)
            statements.Clear();
        var (from, to) = ReadEntity(ref reader, record);
        if (to.Length > 0)
        {
            record.Id = to;
            record.ExternalIds.Add(from);
            return IsItem(from) && IsItem(to) ? true : throw new JsonException("a redirect between things that are no items");
        }

        if (record.Id.Length == 0)
            throw new JsonException("it has no id");
        if (!IsItem(record.Id))
            return false; // properties and lexemes
        SetNames(record);
        SetStatements(record);
        return true;
    }

    private (string From, string To) ReadEntity(ref Utf8JsonReader reader, ImportedRecord record)
    {
        string from = "", to = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "id": record.Id = Text(ref reader); break;
                case "entity": from = Text(ref reader); break;
                case "redirect": to = Text(ref reader); break;
                case "labels": ReadLabels(ref reader); break;
                case "aliases": ReadAliases(ref reader, record); break;
                case "descriptions": ReadNote(ref reader, record); break;
                case "claims": ReadClaims(ref reader); break;
                case "sitelinks": record.Prior01 = Prior01(CountKeys(ref reader)); break;
                default: reader.Skip(); break;
            }
        }

        while (reader.Read())
        {
            // Anything behind the object makes the reader throw.
        }

        return (from, to);
    }

    private static float Prior01(int sitelinks) => (float)Math.Min(1, Math.Log(1 + sitelinks) / Math.Log(1 + LargestSitelinks));

    private void ReadLabels(ref Utf8JsonReader reader)
    {
        if (!IsObject(ref reader))
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = LanguageOf(ref reader);
            reader.Read();
            if (language < 0)
                reader.Skip();
            else
                _labels[language] = ReadTerm(ref reader);
        }
    }

    private static void ReadAliases(ref Utf8JsonReader reader, ImportedRecord record)
    {
        if (!IsObject(ref reader))
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = LanguageOf(ref reader);
            reader.Read();
            if (language < 0)
            {
                reader.Skip();
                continue;
            }

            WikidataSnak.Expect(ref reader, JsonTokenType.StartArray);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                record.Aliases.Add(ReadTerm(ref reader));
        }
    }

    private static void ReadNote(ref Utf8JsonReader reader, ImportedRecord record)
    {
        if (!IsObject(ref reader))
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isEnglish = reader.ValueTextEquals("en"u8);
            reader.Read();
            if (!isEnglish)
                reader.Skip();
            else if (ReadTerm(ref reader) is { Length: <= LongestNote } note)
                record.Note = note;
        }
    }

    private void ReadClaims(ref Utf8JsonReader reader)
    {
        if (!IsObject(ref reader))
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = reader.GetString()!;
            reader.Read();
            if (!Properties.Contains(property))
            {
                reader.Skip();
                continue;
            }

            if (!_statements.TryGetValue(property, out var statements))
                _statements.Add(property, statements = []);
            WikidataSnak.Expect(ref reader, JsonTokenType.StartArray);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var statement = WikidataStatement.Read(ref reader);
                if (!statement.IsDeprecated && statement.Value.Text.Length > 0)
                    statements.Add(statement);
            }
        }
    }

    private void SetNames(ImportedRecord record)
    {
        foreach (var label in _labels)
        {
            if (string.IsNullOrWhiteSpace(label))
                continue;
            if (record.Name.Length == 0)
                record.Name = label;
            else
                record.Aliases.Add(label);
        }

        record.Aliases.AddRange(Values("P1448"));
        foreach (var demonym in Statements("P1549"))
        {
            if (demonym.Value.Language is "en" or "mul")
                record.Demonyms.Add(demonym.Value.Text);
        }
    }

    private void SetStatements(ImportedRecord record)
    {
        record.Classes.AddRange(Values("P31").Select(NumberOf));
        record.ParentClasses.AddRange(Values("P279").Select(NumberOf));
        // A jurisdiction says more about an office than the country, a citizenship more about a person.
        foreach (var property in new[] { "P1001", "P27", "P17", "P749", "P361" })
            record.Of.AddRange(Values(property).Where(IsItem).Where(of => of != record.Id && !record.Of.Contains(of)));
        record.ExternalIds.AddRange(Values("P297").Select(code => "iso2:" + code).Concat(Values("P298").Select(code => "iso3:" + code))
            .Concat(Values("P6782").Select(id => "ror:" + id)));
        record.Capital = Statements("P36").Where(capital => capital.End is null).Select(capital => capital.Value.Text).FirstOrDefault("");
        foreach (var held in Statements("P39"))
            record.Tenures.Add(new ImportedTenure(held.Value.Text, held.Of, record.Id, held.Start, held.End, held.IsActing));
        AddTenures(record, "P35", "P1906", "head-of-state");
        AddTenures(record, "P6", "P1313", "head-of-government");
    }

    private void AddTenures(ImportedRecord record, string property, string officeProperty, string fallback)
    {
        var office = Values(officeProperty).FirstOrDefault($"{record.Id}/{fallback}");
        foreach (var held in Statements(property))
            record.Tenures.Add(new ImportedTenure(office, "", held.Value.Text, held.Start, held.End, IsActing: false));
    }

    private List<WikidataStatement> Statements(string property) => _statements.TryGetValue(property, out var statements) ? statements : [];

    private IEnumerable<string> Values(string property) => Statements(property).Select(statement => statement.Value.Text);

    private static string ReadTerm(ref Utf8JsonReader reader)
    {
        WikidataSnak.Expect(ref reader, JsonTokenType.StartObject);
        var value = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (isValue)
                value = Text(ref reader);
            else
                reader.Skip();
        }

        return value;
    }

    private static int LanguageOf(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < Languages.Length; i++)
        {
            if (reader.ValueTextEquals(Languages[i]))
                return i;
        }

        return -1;
    }

    private static int CountKeys(ref Utf8JsonReader reader)
    {
        if (!IsObject(ref reader))
            return 0;
        var count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            count++;
            reader.Read();
            reader.Skip();
        }

        return count;
    }

    // An empty map is written as an empty array.
    private static bool IsObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return true;
        WikidataSnak.Expect(ref reader, JsonTokenType.StartArray);
        reader.Skip();
        return false;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        WikidataSnak.Expect(ref reader, JsonTokenType.String);
        return reader.GetString()!;
    }

    private static bool IsItem(string id) => id.Length > 1 && id[0] == 'Q' && ulong.TryParse(id.AsSpan(1), NumberStyles.None, null, out _);

    private static ulong NumberOf(string id) => IsItem(id) ? ulong.Parse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
