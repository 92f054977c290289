using System.Text.Json;
using EntityRes.Text;

namespace EntityRes.Import.Sources;

/// <summary>Reads members of a JSON object that may be missing.</summary>
internal static class JsonElements
{
    internal static string Text(this JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    internal static IEnumerable<JsonElement> Items(this JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    internal static IEnumerable<string> Texts(this JsonElement element, string property) =>
        element.Items(property).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);

    internal static PartialDate? Date(this JsonElement element, string property) =>
        element.Text(property) is { Length: >= 4 } text && PartialDate.TryParse(text.Length > 10 ? text[..10] : text, out var date) ? date : null;

    internal static JsonElement ParseObject(ReadOnlyMemory<byte> json, out JsonDocument document)
    {
        document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return document.RootElement;
        document.Dispose();
        throw new JsonException("not an object");
    }
}
