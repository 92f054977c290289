using System.Globalization;
using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace EntityRes.Hosting;

/// <summary>Gives messages that cannot be read the errors that all else has: over the limit, or no protobuf of their type.</summary>
/// <remarks>
/// The gRPC library reads a message before any code of a service, or an interceptor, sees it: what is too large it refuses without
/// details, and what it cannot parse it answers UNKNOWN. Both are put right just before the headers go out.
/// </remarks>
internal static class MessageErrors
{
    private const string StatusHeader = "grpc-status";
    private const string DetailsHeader = "grpc-status-details-bin";
    private static readonly string Exhausted = ((int)StatusCode.ResourceExhausted).ToString(CultureInfo.InvariantCulture);
    private static readonly string Unknown = ((int)StatusCode.Unknown).ToString(CultureInfo.InvariantCulture);

    internal static Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentLength > Limits.MessageBytes && IsRpc(context))
            return ErrorResponse.WriteAsync(context, TooLarge());
        context.Response.OnStarting(PutRight, context);
        return next(context);
    }

    // An error before any answer stands in the headers ("trailers-only").
    private static Task PutRight(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        var status = headers[StatusHeader];
        if (status.Count == 0 || headers.ContainsKey(DetailsHeader))
            return Task.CompletedTask;
        if (status == Exhausted)
            Write(headers, TooLarge());
        else if (status == Unknown && IsUnreadable(context))
            Write(headers, RequestErrors.InvalidArgument("message", "is no protobuf message of the request's type"));
        return Task.CompletedTask;
    }

    private static void Write(IHeaderDictionary headers, RpcException error)
    {
        foreach (var (name, value) in ErrorResponse.TrailersOf(error.GetRpcStatus()!))
            headers[name] = value;
    }

    private static RpcException TooLarge() => RequestErrors.ResourceExhausted("message", $"is over {Limits.MessageBytes} bytes");

    private static bool IsUnreadable(HttpContext context) =>
        context.Features.Get<IServerCallContextFeature>()?.ServerCallContext.Status.DebugException is InvalidProtocolBufferException;

    private static bool IsRpc(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not null;
}
