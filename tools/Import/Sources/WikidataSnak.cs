using System.Text.Json;
using EntityRes.Text;

namespace EntityRes.Import.Sources;

/// <summary>A value of a Wikidata statement or qualifier: an item, a text or a time.</summary>
/// <param name="Text">QID, text or time; empty when it is unknown or of another type.</param>
/// <param name="Language">Language of a text.</param>
/// <param name="Precision">Precision of a time: 9 year, 10 month, 11 day.</param>
internal readonly record struct WikidataSnak(string Text, string Language, int Precision)
{
    /// <summary>The time as a date; null when it is none that a partial date can hold.</summary>
    internal PartialDate? Date => Text.Length > 11 && Text[0] == '+' && PartialDate.TryParse(
        Precision switch { >= 11 => Text[1..11], 10 => Text[1..8], 9 => Text[1..5], _ => null }, out var date) ? date : null;

    /// <summary>Reads the snak at which a reader stands.</summary>
    internal static WikidataSnak Read(ref Utf8JsonReader reader)
    {
        var snak = new WikidataSnak("", "", 0);
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = reader.ValueTextEquals("datavalue"u8);
            reader.Read();
            if (isValue)
                snak = ReadValue(ref reader);
            else
                reader.Skip();
        }

        return snak;
    }

    /// <summary>Refuses what is not of the expected form.</summary>
    internal static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type)
            throw new JsonException($"expected {type}, found {reader.TokenType}");
    }

    private static WikidataSnak ReadValue(ref Utf8JsonReader reader)
    {
        var snak = new WikidataSnak("", "", 0);
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (isValue && reader.TokenType == JsonTokenType.String)
                snak = snak with { Text = reader.GetString()! };
            else if (isValue && reader.TokenType == JsonTokenType.StartObject)
                snak = ReadStructure(ref reader);
            else
                reader.Skip();
        }

        return snak;
    }

    private static WikidataSnak ReadStructure(ref Utf8JsonReader reader)
    {
        var snak = new WikidataSnak("", "", 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isText = reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("time"u8) || reader.ValueTextEquals("text"u8);
            var isLanguage = reader.ValueTextEquals("language"u8);
            var isPrecision = reader.ValueTextEquals("precision"u8);
            reader.Read();
            if (isText && reader.TokenType == JsonTokenType.String)
                snak = snak with { Text = reader.GetString()! };
            else if (isLanguage && reader.TokenType == JsonTokenType.String)
                snak = snak with { Language = reader.GetString()! };
            else if (isPrecision && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var precision))
                snak = snak with { Precision = precision };
            else
                reader.Skip();
        }

        return snak;
    }
}
