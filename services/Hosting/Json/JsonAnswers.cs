using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EntityRes.Hosting.Json;

/// <summary>JSON that is no message of protobuf: what routes beside the RPCs answer.</summary>
public static class JsonAnswers
{
    private const string ContentType = "application/json; charset=utf-8";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes JSON the answer of a route.</summary>
    public static IResult ToAnswer(this JsonNode json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Results.Text(json.ToJsonString(Readable), ContentType);
    }

    /// <summary>An array of what a sequence has.</summary>
    public static JsonArray ToJsonArray(this IEnumerable<JsonNode> items) => new([.. items]);
}
