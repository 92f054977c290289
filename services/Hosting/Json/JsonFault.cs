using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace EntityRes.Hosting.Json;

/// <summary>Says what is wrong with JSON that protobuf's parser refused: where it stops being JSON, or which field is the first that does not fit.</summary>
/// <remarks>
/// The parser alone judges: a field is wrong when a message with nothing but that field is refused too. Takes as long as a few readings of
/// the JSON, for each level of messages in messages one.
/// </remarks>
internal static class JsonFault
{
    private const int MostDepth = 100; // protobuf's own
    private const int MostBytes = 8 * Limits.TextBytes; // beyond, only where the JSON is malformed is said
    private const int MostName = 64;
    private const string Whole = "body";

    /// <summary>Explains.</summary>
    /// <param name="json">What the parser refused, UTF-8.</param>
    /// <param name="type">What it should be.</param>
    internal static RpcException In(ReadOnlyMemory<byte> json, MessageDescriptor type)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MostDepth });
            return json.Length > MostBytes ? RequestErrors.InvalidArgument(Whole, $"is no {type.Name}") : In(document.RootElement, type, "");
        }
        catch (JsonException malformed)
        {
            return RequestErrors.InvalidArgument(Whole, string.Create(
                CultureInfo.InvariantCulture, $"is not JSON: line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}"));
        }
        catch (InvalidOperationException)
        {
            return RequestErrors.InvalidArgument(Whole, "is not JSON: a name has half a surrogate pair");
        }
    }

    /// <summary>The field of a name, in lowerCamelCase or as in the protos; null when there is none.</summary>
    internal static FieldDescriptor? FieldOf(MessageDescriptor type, string name) =>
        type.Fields.InDeclarationOrder().FirstOrDefault(field => field.JsonName == name || field.Name == name);

    /// <summary>A name that somebody sent, short enough for an error.</summary>
    internal static string Shorten(string name) => name.Length <= MostName ? name : $"{name.AsSpan(0, MostName)}…";

    private static RpcException In(JsonElement json, MessageDescriptor type, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return RequestErrors.InvalidArgument(path.Length > 0 ? path : Whole, "is not a JSON object");
        foreach (var property in json.EnumerateObject())
        {
            if (FieldOf(type, property.Name) is not { } field)
                return RequestErrors.InvalidArgument(Join(path, Shorten(property.Name)), $"is no field of {type.Name}, which has {NamesOf(type)}");
            if (!IsRead(field, property.Value.GetRawText()))
                return In(field, property.Value, Join(path, field.Name));
        }

        return RequestErrors.InvalidArgument(path.Length > 0 ? path : Whole, $"is no {type.Name}"); // each field fits, all together do not
    }

    private static RpcException In(FieldDescriptor field, JsonElement value, string path)
    {
        if (field.IsMap && value.ValueKind == JsonValueKind.Object)
        {
            var wrong = value.EnumerateObject().FirstOrDefault(entry => !IsRead(field, $"{{{entry}}}"));
            return Mismatch(field.MessageType.FindFieldByNumber(2), wrong.Value, wrong.Value.ValueKind == JsonValueKind.Undefined ? path : Join(path, Shorten(wrong.Name)));
        }

        if (!field.IsRepeated)
            return Mismatch(field, value, path);
        if (value.ValueKind != JsonValueKind.Array)
            return RequestErrors.InvalidArgument(path, field.IsMap ? "is not a JSON object" : "is not a JSON array");
        var (index, item) = value.EnumerateArray().Index().FirstOrDefault(item => !IsRead(field, $"[{item.Item.GetRawText()}]"));
        return Mismatch(field, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"));
    }

    private static RpcException Mismatch(FieldDescriptor field, JsonElement value, string path) => field.FieldType switch
    {
        FieldType.Message => In(value, field.MessageType, path),
        FieldType.Enum => RequestErrors.InvalidArgument(path, $"is none of {string.Join(", ", field.EnumType.Values.Where(known => known.Number != 0).Select(known => known.Name))}"),
        FieldType.String => RequestErrors.InvalidArgument(path, value.ValueKind == JsonValueKind.String ? "has half a surrogate pair" : "is not a string"),
        FieldType.Bool => RequestErrors.InvalidArgument(path, "is not true or false"),
        var number => RequestErrors.InvalidArgument(path, $"is not a number of the type {number.ToString().ToLowerInvariant()}"),
    };

    private static bool IsRead(FieldDescriptor field, string value)
    {
        try
        {
            JsonParser.Default.Parse($"{{\"{field.JsonName}\":{value}}}", field.ContainingType);
            return true;
        }
        catch (Exception wrong) when (wrong is InvalidJsonException or InvalidProtocolBufferException)
        {
            return false;
        }
    }

    private static string NamesOf(MessageDescriptor type) => string.Join(", ", type.Fields.InDeclarationOrder().Select(field => field.JsonName));

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
