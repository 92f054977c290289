using System.Globalization;
using EntityRes.Hosting.Json;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace EntityRes.Hosting;

/// <summary>An error as the answer to a call: in the form of gRPC or of the JSON routes, as the caller speaks.</summary>
public static class ErrorResponse
{
    private const string GrpcContentType = "application/grpc";
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithTypeRegistry(RequestErrors.DetailTypes));

    /// <summary>Writes the answer.</summary>
    /// <param name="context">A call that has no answer yet.</param>
    /// <param name="error">The error, made by <see cref="RequestErrors"/>.</param>
    public static Task WriteAsync(HttpContext context, RpcException error)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(error);
        var status = error.GetRpcStatus() ?? new Google.Rpc.Status { Code = (int)error.StatusCode, Message = error.Status.Detail };
        var response = context.Response;
        if (context.Request.ContentType?.StartsWith(GrpcContentType, StringComparison.OrdinalIgnoreCase) == true)
        {
            // No body: headers and trailers in one frame ("trailers-only").
            response.ContentType = GrpcContentType;
            foreach (var (name, value) in TrailersOf(status))
                response.Headers[name] = value;
            return Task.CompletedTask;
        }

        response.StatusCode = HttpCodeOf((Code)status.Code);
        if (status.GetDetail<RetryInfo>() is { } retry)
            response.Headers.RetryAfter = ((int)retry.RetryDelay.ToTimeSpan().TotalSeconds).ToString(CultureInfo.InvariantCulture);
        response.ContentType = "application/json; charset=utf-8";
        var body = JsonText.Of(status, Json);
        response.ContentLength = body.Count; // whole at once: the caller may still be sending what is not read any more
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>An error as gRPC puts it on the wire.</summary>
    internal static IEnumerable<(string Name, string Value)> TrailersOf(Google.Rpc.Status status) =>
    [
        ("grpc-status", status.Code.ToString(CultureInfo.InvariantCulture)),
        ("grpc-message", Uri.EscapeDataString(status.Message)),
        ("grpc-status-details-bin", Convert.ToBase64String(status.ToByteArray())),
    ];

    // As google.rpc.Code documents it.
    private static int HttpCodeOf(Code code) => code switch
    {
        Code.Ok => StatusCodes.Status200OK,
        Code.InvalidArgument or Code.FailedPrecondition or Code.OutOfRange => StatusCodes.Status400BadRequest,
        Code.Unauthenticated => StatusCodes.Status401Unauthorized,
        Code.PermissionDenied => StatusCodes.Status403Forbidden,
        Code.NotFound => StatusCodes.Status404NotFound,
        Code.AlreadyExists or Code.Aborted => StatusCodes.Status409Conflict,
        Code.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        Code.Cancelled => StatusCodes.Status499ClientClosedRequest,
        Code.Unimplemented => StatusCodes.Status501NotImplemented,
        Code.Unavailable => StatusCodes.Status503ServiceUnavailable,
        Code.DeadlineExceeded => StatusCodes.Status504GatewayTimeout,
        _ => StatusCodes.Status500InternalServerError,
    };
}
