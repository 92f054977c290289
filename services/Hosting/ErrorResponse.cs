using System.Globalization;
using System.Net;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace EntityRes.Hosting;

/// <summary>An error as the answer to a call whose handler never ran: in the form of gRPC or of the JSON routes, as the caller speaks.</summary>
internal static class ErrorResponse
{
    private const string GrpcContentType = "application/grpc";
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithTypeRegistry(RequestErrors.DetailTypes));

    /// <summary>Writes the answer.</summary>
    /// <param name="context">A call that has no answer yet.</param>
    /// <param name="error">The error, made by <see cref="RequestErrors"/>.</param>
    internal static Task WriteAsync(HttpContext context, RpcException error)
    {
        var status = error.GetRpcStatus()!;
        var response = context.Response;
        if (context.Request.ContentType?.StartsWith(GrpcContentType, StringComparison.OrdinalIgnoreCase) == true)
        {
            // No body: headers and trailers in one frame ("trailers-only").
            response.ContentType = GrpcContentType;
            foreach (var (name, value) in TrailersOf(status))
                response.Headers[name] = value;
            return Task.CompletedTask;
        }

        response.StatusCode = (int)HttpStatusCode.TooManyRequests;
        if (status.GetDetail<RetryInfo>() is { } retry)
            response.Headers.RetryAfter = ((int)retry.RetryDelay.ToTimeSpan().TotalSeconds).ToString(CultureInfo.InvariantCulture);
        response.ContentType = "application/json";
        return response.WriteAsync(Json.Format(status), context.RequestAborted);
    }

    /// <summary>An error as gRPC puts it on the wire.</summary>
    internal static IEnumerable<(string Name, string Value)> TrailersOf(Google.Rpc.Status status) =>
    [
        ("grpc-status", status.Code.ToString(CultureInfo.InvariantCulture)),
        ("grpc-message", Uri.EscapeDataString(status.Message)),
        ("grpc-status-details-bin", Convert.ToBase64String(status.ToByteArray())),
    ];
}
