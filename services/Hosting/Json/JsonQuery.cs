using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace EntityRes.Hosting.Json;

/// <summary>A query as the JSON of the same request: one reader then judges both.</summary>
internal static class JsonQuery
{
    /// <summary>Writes a query as JSON: <c>?q=Putin&amp;types=ENTITY_TYPE_PERSON</c> → <c>{"q":"Putin","types":["ENTITY_TYPE_PERSON"]}</c>.</summary>
    /// <param name="query">The query; a repeated field is named once for each value.</param>
    /// <param name="type">The type of the request.</param>
    /// <param name="path">What the path gives.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: the query names what the path gives.</exception>
    internal static ArraySegment<byte> ToJson(IQueryCollection query, MessageDescriptor type, RouteValueDictionary path)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var (name, values) in query)
            {
                if (path.ContainsKey(name))
                    throw RequestErrors.InvalidArgument(name, "is in the path: it cannot be in the query too");
                writer.WritePropertyName(name);
                Write(writer, JsonFault.FieldOf(type, name), values);
            }

            writer.WriteEndObject();
        }

        return json.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, FieldDescriptor? field, StringValues values)
    {
        var isList = field is { IsRepeated: true } || values.Count != 1;
        if (isList)
            writer.WriteStartArray();
        foreach (var value in values)
            Write(writer, field, value ?? "");
        if (isList)
            writer.WriteEndArray();
    }

    // Numbers may be strings in JSON; truth values, and enum values by number, may not.
    private static void Write(Utf8JsonWriter writer, FieldDescriptor? field, string value)
    {
        if (field?.FieldType == FieldType.Bool && value is "true" or "false")
            writer.WriteBooleanValue(value == "true");
        else if (field?.FieldType == FieldType.Enum && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            writer.WriteNumberValue(number);
        else
            writer.WriteStringValue(value);
    }
}
