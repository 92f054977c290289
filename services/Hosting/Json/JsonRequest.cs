using System.Text;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;

namespace EntityRes.Hosting.Json;

/// <summary>Reads the request message of one RPC out of body or query, and path.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class JsonRequest
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly MessageDescriptor _type;
    private readonly bool _isInBody;

    /// <summary>Prepares to read.</summary>
    /// <param name="type">The type of the requests.</param>
    /// <param name="rule">Where their fields are.</param>
    internal JsonRequest(MessageDescriptor type, HttpRule rule) => (_type, _isInBody) = (type, rule.Body.Length > 0);

    /// <summary>Reads a request.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, naming field or position; RESOURCE_EXHAUSTED.</exception>
    internal async Task<IMessage> ReadAsync(HttpContext context)
    {
        var given = context.Request.RouteValues;
        var json = _isInBody ? await JsonBody.ReadAsync(context) : JsonQuery.ToJson(context.Request.Query, _type, given);
        var message = Parse(json);
        foreach (var (name, value) in given)
            _type.FindFieldByName(name).Accessor.SetValue(message, value!);
        return message;
    }

    private IMessage Parse(ArraySegment<byte> json)
    {
        try
        {
            using var bytes = new MemoryStream(json.Array!, json.Offset, json.Count, writable: false);
            using var text = new StreamReader(bytes, StrictUtf8, detectEncodingFromByteOrderMarks: false);
            return JsonParser.Default.Parse(text, _type);
        }
        catch (DecoderFallbackException)
        {
            throw RequestErrors.InvalidArgument("body", "is not UTF-8");
        }
        catch (Exception wrong) when (wrong is InvalidJsonException or InvalidProtocolBufferException)
        {
            throw JsonFault.In(json, _type);
        }
    }
}
