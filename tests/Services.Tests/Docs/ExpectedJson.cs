using System.Text;
using System.Text.Json;

namespace EntityRes.Services.Tests.Docs;

/// <summary>JSON as a document shows it: <c>…</c> stands for any further properties or elements, inside a string for any characters.</summary>
/// <remarks>Properties with default values may be left out on either side, as proto3 JSON allows.</remarks>
internal static class ExpectedJson
{
    private const string Ellipsis = "…";
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true };

    /// <summary>What differs, as path and values; null when nothing does.</summary>
    internal static string? Difference(string shown, string actual)
    {
        using var expected = JsonDocument.Parse(WithEllipses(shown), Options);
        using var found = JsonDocument.Parse(actual);
        return Difference("$", expected.RootElement, found.RootElement);
    }

    private static string? Difference(string path, JsonElement shown, JsonElement actual) => (shown.ValueKind, actual.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => ObjectDifference(path, shown, actual),
        (JsonValueKind.Array, JsonValueKind.Array) => ArrayDifference(path, shown, actual),
        (JsonValueKind.String, JsonValueKind.String) when ExpectedText.FitsLine(shown.GetString()!, actual.GetString()!) => null,
        (JsonValueKind.Number, JsonValueKind.Number) when shown.GetDouble().Equals(actual.GetDouble()) => null,
        (JsonValueKind.True, JsonValueKind.True) or (JsonValueKind.False, JsonValueKind.False) or (JsonValueKind.Null, JsonValueKind.Null) => null,
        _ => $"{path}: shown {shown.GetRawText()}, answered {actual.GetRawText()}",
    };

    private static string? ObjectDifference(string path, JsonElement shown, JsonElement actual)
    {
        foreach (var property in shown.EnumerateObject().Where(property => property.Name != Ellipsis))
        {
            var difference = actual.TryGetProperty(property.Name, out var value) ? Difference($"{path}.{property.Name}", property.Value, value)
                : IsDefault(property.Value) ? null : $"{path}.{property.Name}: is not answered";
            if (difference is not null)
                return difference;
        }

        if (shown.TryGetProperty(Ellipsis, out _))
            return null;
        return actual.EnumerateObject().Where(property => !shown.TryGetProperty(property.Name, out _) && !IsDefault(property.Value))
            .Select(more => $"{path}.{more.Name}: answered {more.Value.GetRawText()}, not shown").FirstOrDefault();
    }

    private static string? ArrayDifference(string path, JsonElement shown, JsonElement actual)
    {
        var isOpen = false;
        var count = 0;
        foreach (var element in shown.EnumerateArray())
        {
            isOpen = element.ValueKind == JsonValueKind.String && element.GetString() == Ellipsis;
            if (isOpen)
                break;
            if (count == actual.GetArrayLength())
                return $"{path}: answered {count} elements";
            if (Difference($"{path}[{count}]", element, actual[count]) is { } difference)
                return difference;
            count++;
        }

        return isOpen || count == actual.GetArrayLength() ? null : $"{path}: answered {actual.GetArrayLength()} elements, shown {count}";
    }

    private static bool IsDefault(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => true,
        JsonValueKind.Number => value.GetDouble() == 0,
        JsonValueKind.String => value.GetString()!.Length == 0,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };

    // … outside strings becomes a property or an element of that name.
    private static string WithEllipses(string shown)
    {
        var json = new StringBuilder();
        var open = new Stack<char>();
        var isString = false;
        for (var i = 0; i < shown.Length; i++)
        {
            var c = shown[i];
            if (c == '"' && (i == 0 || shown[i - 1] != '\\')) // documents show no string that ends in a backslash
                isString = !isString;
            else if (!isString && c is '{' or '[')
                open.Push(c);
            else if (!isString && c is '}' or ']')
                open.Pop();
            json.Append(isString || c != Ellipsis[0] ? c.ToString() : open.Peek() == '{' ? "\"…\":0" : "\"…\"");
        }

        return json.ToString();
    }
}
