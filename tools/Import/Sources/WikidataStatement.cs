using System.Text.Json;
using EntityRes.Text;

namespace EntityRes.Import.Sources;

/// <summary>A statement of Wikidata with the qualifiers that say when, of what and how.</summary>
/// <param name="Value">Its value.</param>
/// <param name="IsDeprecated">Whether Wikidata itself holds it wrong.</param>
/// <param name="Start">When it began to be true (P580).</param>
/// <param name="End">When it ceased (P582).</param>
/// <param name="Of">What it is restricted to (P642, P1001, P17), or empty.</param>
/// <param name="IsActing">Whether in an acting capacity.</param>
internal readonly record struct WikidataStatement(WikidataSnak Value, bool IsDeprecated, PartialDate? Start, PartialDate? End, string Of, bool IsActing)
{
    private const string Acting = "Q4676846"; // "acting", as a qualifier's value

    /// <summary>Reads the statement at which a reader stands.</summary>
    internal static WikidataStatement Read(ref Utf8JsonReader reader)
    {
        var statement = new WikidataStatement(default, false, null, null, "", false) { Value = new WikidataSnak("", "", 0) };
        WikidataSnak.Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "mainsnak")
                statement = statement with { Value = WikidataSnak.Read(ref reader) };
            else if (name == "rank")
                statement = statement with { IsDeprecated = reader.ValueTextEquals("deprecated"u8) };
            else if (name == "qualifiers" && reader.TokenType == JsonTokenType.StartObject)
                statement = statement.ReadQualifiers(ref reader);
            else
                reader.Skip();
        }

        return statement;
    }

    private WikidataStatement ReadQualifiers(ref Utf8JsonReader reader)
    {
        var statement = this;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = reader.GetString();
            reader.Read();
            WikidataSnak.Expect(ref reader, JsonTokenType.StartArray);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var snak = WikidataSnak.Read(ref reader);
                statement = property switch
                {
                    "P580" => statement with { Start = snak.Date },
                    "P582" => statement with { End = snak.Date },
                    "P642" or "P1001" or "P17" => statement with { Of = snak.Text },
                    "P5102" or "P794" when snak.Text == Acting => statement with { IsActing = true },
                    _ => statement,
                };
            }
        }

        return statement;
    }
}
