using System.Globalization;
using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace EntityRes.Hosting;

/// <summary>Gives messages that cannot be read the errors that all else has: over the limit, or no protobuf of their type.</summary>
/// <remarks>
/// The gRPC library reads a message before any code of a service, or an interceptor, sees it: what is too large it refuses without
/// details, and what it cannot parse it answers UNKNOWN. Both are put right just before the headers go out, in streams when they are read.
/// </remarks>
internal static class MessageErrors
{
    private const string StatusHeader = "grpc-status";
    private const string DetailsHeader = "grpc-status-details-bin";
    private static readonly string Exhausted = ((int)StatusCode.ResourceExhausted).ToString(CultureInfo.InvariantCulture);
    private static readonly string Unknown = ((int)StatusCode.Unknown).ToString(CultureInfo.InvariantCulture);

    /// <summary>The error to answer when a message could not be read; null when that is not what went wrong.</summary>
    internal static RpcException? Of(Exception unread) => unread switch
    {
        InvalidProtocolBufferException => Unreadable(),
        RpcException { StatusCode: StatusCode.ResourceExhausted } => TooLarge(),
        _ => null,
    };

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
        else if (status == Unknown && context.Features.Get<IServerCallContextFeature>() is { } call && IsUnreadable(call.ServerCallContext))
            Write(headers, Unreadable());
        return Task.CompletedTask;
    }

    private static void Write(IHeaderDictionary headers, RpcException error)
    {
        foreach (var (name, value) in ErrorResponse.TrailersOf(error.GetRpcStatus()!))
            headers[name] = value;
    }

    /// <summary>A message, or a JSON body, is over the limit.</summary>
    internal static RpcException TooLarge() => RequestErrors.ResourceExhausted("message", $"is over {Limits.MessageBytes} bytes");

    private static RpcException Unreadable() => RequestErrors.InvalidArgument("message", "is no protobuf message of the request's type");

    /// <summary>Whether a call failed because its message could not be parsed.</summary>
    internal static bool IsUnreadable(ServerCallContext call) => call.Status.DebugException is InvalidProtocolBufferException;

    private static bool IsRpc(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not null;
}
