using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EntityRes.Hosting.Json;

/// <summary>Reads bodies of JSON calls.</summary>
internal static class JsonBody
{
    private const int Utf8CodePage = 65001;

    /// <summary>Reads a whole body, which must be said to be JSON: a page from elsewhere cannot send that unasked.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: it is something else; RESOURCE_EXHAUSTED: it is over <see cref="Limits.MessageBytes"/>.</exception>
    internal static async Task<ArraySegment<byte>> ReadAsync(HttpContext context)
    {
        CheckType(context.Request);
        if (context.Request.Query.Keys.FirstOrDefault() is { } parameter)
            throw RequestErrors.InvalidArgument(JsonFault.Shorten(parameter), "is in the query, and this route reads its body only");
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException wrong)
        {
            throw wrong.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? MessageErrors.TooLarge()
                : RequestErrors.InvalidArgument("body", "cannot be read");
        }

        return WithoutMark(new ArraySegment<byte>(body.GetBuffer(), 0, (int)body.Length));
    }

    private static void CheckType(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            throw RequestErrors.InvalidArgument("content-type", "is not application/json");
        if (MediaTypeHeaderValue.Parse(request.ContentType).Encoding is { CodePage: not Utf8CodePage })
            throw RequestErrors.InvalidArgument("content-type", "names another charset than utf-8");
    }

    // Some write a byte order mark before UTF-8; it means nothing.
    private static ArraySegment<byte> WithoutMark(ArraySegment<byte> body) =>
        body.AsSpan().StartsWith("\uFEFF"u8) ? body[3..] : body;
}
